"""Files of one table in which no cell is harmless: what astropy and Python's own readers find in each must be the same."""
import csv
import json
import pathlib
import warnings

from astropy.io import ascii, votable

from formats import plain, read, rows, same_rows
from walk import run, same


def hostile(folder):
    folder = pathlib.Path(folder)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        tabledata = votable.parse(str(folder / 'tabledata.xml')).get_first_table()
        binary = votable.parse(str(folder / 'binary2.xml')).get_first_table()
    cells = rows(tabledata)
    same('rows', len(cells), 40)
    same_rows('BINARY2', rows(binary), cells)
    same('what leaves ASCII', [field.datatype for field in binary.fields][:3], ['char', 'unicodeChar', 'unicodeChar'])

    data = json.loads((folder / 'table.json').read_bytes())
    with open(folder / 'table.csv', encoding='utf-8', newline='') as file:
        commas = list(csv.reader(file))
    with open(folder / 'table.tsv', encoding='utf-8', newline='') as file:
        tabs = list(csv.reader(file, 'excel-tab'))
    same('names', [commas[0], tabs[0]], [[field.name for field in tabledata.fields]] * 2)
    for row, by_commas, by_tabs, kept in zip(data['data'], commas[1:], tabs[1:], cells):
        same('JSON', [number(plain(value)) for value in row.values()], [number(value) for value in kept])
        same('CSV', [repr(read(cell, wanted)) for cell, wanted in zip(by_commas, kept)], [repr(cell) for cell in kept])
        line = [cell.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ') if isinstance(cell, str) else cell
                for cell in kept]
        same('TSV', [repr(read(cell, wanted)) for cell, wanted in zip(by_tabs, line)], [repr(cell) for cell in line])

    table = ascii.read(str(folder / 'table.csv'), format='csv')
    same('astropy reads CSV', (len(table), table.colnames), (40, commas[0]))
    same('the last column', list(table['behind']), [f'end {i}' for i in range(40)])
    same('numbers', table['ra'].dtype.kind + table['large'].dtype.kind, 'fi')


def number(value):
    """JSON has no infinities, and so says them in words, and no NaN among several."""
    if isinstance(value, list):
        return [number(item) for item in value]
    return repr(float(value) if value in ('+Inf', '-Inf') else value)


run(hostile)
