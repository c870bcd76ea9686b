"""One answer in each form, as those who ask for it read it: the same cells in all, and each mistake in the form it was made in."""
import csv
import io
import json
import re
import warnings

import numpy as np
import requests
from astropy.io import ascii, fits, votable
from astropy.table import Table

from walk import DATASET, holds, run, same

SIA = '/vo/sia?table=%s&POS=%s&SIZE=1&VERB=3'
ANSWERS = [
    ('two images', SIA % ('chanmaster', '182.6357,39.4058'), 200),
    ('no image', SIA % ('chanmaster', '10,10'), 200),
    ('TESS', SIA % ('tess', '0,90'), 200),
    ('links', f'/vo/datalink/chanmaster?ID={DATASET}&ID=18244&ID=nothing%20%C3%A9%20%F0%9D%94%90', 200),
    ('no dataset', '/vo/datalink/chanmaster?', 200),
]
TYPES = {
    'votable/b2': 'serialization=BINARY2', 'csv': 'text/csv', 'tsv': 'text/tab-separated-values',
    'json': 'application/json', 'ndjson': 'application/x-ndjson',
    'fits': 'application/fits', 'text': 'text/plain'}


def formats(base):
    for what, address, status in ANSWERS:
        answers = {'votable': requests.get(f'{base}{address}')}
        for form, kind in TYPES.items():
            answer = requests.get(f'{base}{address}', params={'RESPONSEFORMAT': form})
            same(f'{what} as {form}: status', answer.status_code, status)
            holds(f'{what} as {form}: {answer.headers["Content-Type"]}', kind in answer.headers['Content-Type'])
            answers[form] = answer
        compare(what, answers)
    overflow(base)
    mistakes(base)
    accept(base)


def compare(what, answers):
    document = parsed(answers['votable'])
    table = document.get_first_table()
    cells = rows(table)
    binary = parsed(answers['votable/b2'])
    same_rows(f'{what}: BINARY2', rows(binary.get_first_table()), cells)
    same(f'{what}: BINARY2 columns', described(binary.get_first_table()), described(table))
    same(f'{what}: BINARY2 resources', len(binary.resources), len(document.resources))

    names = [field.name for field in table.fields]
    lines = list(csv.reader(io.StringIO(answers['csv'].content.decode(), newline='')))
    same(f'{what}: CSV names', lines[0], names)
    same(f'{what}: CSV rows', len(lines) - 1, len(cells))
    same(f'{what}: TSV', list(csv.reader(io.StringIO(answers['tsv'].content.decode(), newline=''), 'excel-tab')), lines)

    data = answers['json'].json()
    same(f'{what}: JSON fields', [field['name'] for field in data['fields']], names)
    same(f'{what}: JSON status', data['status'], 'OK')
    same(f'{what}: NDJSON', [json.loads(line) for line in answers['ndjson'].content.decode().splitlines()], data['data'])
    for field in data['fields']:
        same(f'{what}: JSON unit of {field["name"]}', field.get('unit', '').replace(' ', ''), unit(table, field['name']))
    for row, line, kept in zip(data['data'], lines[1:], cells):
        for value, cell, wanted in zip(row.values(), line, kept):
            same(f'{what}: JSON', plain(value), wanted)
            same(f'{what}: CSV', read(cell, wanted), wanted)
    if cells:
        same(f'{what}: astropy takes JSON', Table(rows=data['data']).colnames, list(data['data'][0]))
        same(f'{what}: astropy reads CSV', ascii.read(answers['csv'].text, format='csv').colnames, names)
    fits_rows(what, answers['fits'].content, names, cells)
    holds(f'{what}: text', f'\n{len(cells)} row' in answers['text'].text)


def fits_rows(what, document, names, cells):
    with fits.open(io.BytesIO(document)) as hdus:
        same(f'{what}: FITS names', hdus[1].columns.names, names)
        holds(f'{what}: FITS metadata', b'<VOTABLE' in hdus[0].data.tobytes())
    table = Table.read(io.BytesIO(document), hdu=1, format='fits')
    same(f'{what}: FITS rows', len(table), len(cells))
    for row, kept in zip(table, cells):
        for cell, wanted in zip(row, kept):
            got = plain(None if np.all(np.ma.getmaskarray(cell)) and np.size(cell) else cell)
            wanted = wanted.encode('ascii', 'replace').decode().rstrip() if isinstance(wanted, str) else wanted
            # An array of NaN is an array without a value.
            empty = isinstance(got, list) and not any(item is not None and item == item for item in got)
            # The null of a truth is a zero, which astropy takes for no.
            same(f'{what}: FITS', None if empty or wanted is None and got is False else got, wanted)


def same_rows(what, got, wanted):
    same(f'{what}: rows', len(got), len(wanted))
    for number, (row, other) in enumerate(zip(got, wanted)):
        for index, (cell, kept) in enumerate(zip(row, other)):
            same(f'{what}: row {number}, column {index}', repr(cell), repr(kept))


def parsed(answer):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        return votable.parse(io.BytesIO(answer.content))


def rows(table):
    """Cells as plain values: None for nothing, lists for arrays."""
    columns = [column(table.array[name]) for name in table.array.dtype.names]
    return [list(row) for row in zip(*columns)]


def column(cells):
    masks = np.ma.getmaskarray(cells)
    return [plain(None if np.all(mask) and np.size(mask) else value) for value, mask in zip(cells.data, masks)]


def plain(value):
    if isinstance(value, (np.ndarray, list)):
        items = [plain(item) for item in np.ma.getdata(value).tolist()] if isinstance(value, np.ndarray) else value
        return items or None
    if isinstance(value, bytes):
        value = value.decode()
    if value is None or value is np.ma.masked or isinstance(value, float) and np.isnan(value):
        return None
    if isinstance(value, np.generic):
        return plain(value.item())
    return None if value == '' else value


def read(cell, wanted):
    """A cell of text as what it stands for."""
    if isinstance(wanted, bool):
        return cell == 'true'
    if isinstance(wanted, list):
        return [None if part == 'NaN' else type(item)(part) for item, part in zip(wanted, cell.split())]
    if wanted is None:
        return None if cell in ('', 'NaN') else cell
    return type(wanted)(cell)


def described(table):
    # What TABLEDATA calls char, though it left ASCII, BINARY2 cannot.
    return [(field.name, str(field.datatype).replace('unicodeChar', 'char'), field.arraysize, str(field.unit),
             field.ucd, field.utype) for field in table.fields]


def unit(table, name):
    found = [field for field in table.fields if field.name == name][0].unit
    return '' if found is None else str(found).replace(' ', '')


def overflow(base):
    address = SIA % ('tess', '0,90') + '&MAXREC=1&RESPONSEFORMAT='
    data = requests.get(base + address + 'json').json()
    same('cut off: JSON', (len(data['data']), data['status']), (1, 'OVERFLOW'))
    text = requests.get(base + address + 'text').text
    holds(f'cut off: text: {text[-200:]}', '1 row. There are more' in text)
    binary = parsed(requests.get(base + address + 'votable/b2'))
    statuses = [info.value for table in binary.resources[0].tables for info in table.infos]
    statuses += [info.value for info in binary.resources[0].infos if info.name == 'QUERY_STATUS']
    holds(f'cut off: BINARY2: {statuses}', 'OVERFLOW' in statuses)


def mistakes(base):
    for form, kind in [('csv', 'text/plain'), ('tsv', 'text/plain'), ('text', 'text/plain'), ('json', 'application/json')]:
        answer = requests.get(f'{base}/vo/sia?table=tess&POS=here&SIZE=1&RESPONSEFORMAT={form}')
        same(f'a mistake as {form}', (answer.status_code, answer.headers['Content-Type'].split(';')[0]), (400, kind))
        message = answer.json()['message'] if form == 'json' else answer.text
        holds(f'a mistake as {form}: {message}', message.startswith("UsageFault: POS: 'here'"))


def accept(base):
    links = f'{base}/vo/datalink/chanmaster?ID={DATASET}'
    for wanted in ['text/csv', 'application/json', 'text/tab-separated-values', 'text/plain']:
        answer = requests.get(links, headers={'Accept': wanted})
        same(f'Accept: {wanted}', answer.headers['Content-Type'].split(';')[0], wanted)
        holds(f'Accept: {wanted}: varies', 'accept' in re.split(r'[,\s]+', answer.headers['Vary'].lower()))
    for wanted in ['*/*', 'image/png', 'text/*']:
        answer = requests.get(links, headers={'Accept': wanted})
        same(f'Accept: {wanted}', answer.headers['Content-Type'], 'application/x-votable+xml;content=datalink')


if __name__ == "__main__":
    run(formats)
