"""Answers as Parquet, as pyarrow reads them: the VOTable's cells, its nulls, and its metadata in the footer."""
import io
import os
import sys

import numpy as np
import pyarrow.parquet
import requests
from astropy.io import votable

from formats import ANSWERS, parsed, plain, rows
from walk import holds, run, same

VO = b'IVOA.VOTable-Parquet.'


def parquet(base):
    for what, address, _ in ANSWERS + [('SIA 2.0', '/vo/sia2/query?MAXREC=300', 200)]:
        compare(what, requests.get(base + address), requests.get(base + address, params={'RESPONSEFORMAT': 'parquet'}))
    accepted = requests.get(f'{base}/vo/sia2/query?MAXREC=1', headers={'Accept': 'application/x-parquet'})
    same('Accept', accepted.headers['Content-Type'], 'application/vnd.apache.parquet')
    described = requests.get(f'{base}/vo/sia2/query?MAXREC=0').text
    holds('the description offers it', '<OPTION value="parquet"' in described)
    fault = requests.get(f'{base}/vo/sia2/query?POS=here&RESPONSEFORMAT=parquet')
    same('a mistake', (fault.status_code, fault.headers['Content-Type'].split(';')[0]), (400, 'text/plain'))
    cut = pyarrow.parquet.read_table(io.BytesIO(
        requests.get(f'{base}/vo/sia2/query?MAXREC=1&RESPONSEFORMAT=parquet').content))
    holds('a cut answer says so', b'OVERFLOW' in cut.schema.metadata[VO + b'content'])


def compare(what, document, answer):
    same(f'{what}: type', answer.headers['Content-Type'], 'application/vnd.apache.parquet')
    wanted = parsed(document).get_first_table()
    table = pyarrow.parquet.read_table(io.BytesIO(answer.content))
    same(f'{what}: version', table.schema.metadata[VO + b'version'], b'1.0')
    told = votable.parse(io.BytesIO(table.schema.metadata[VO + b'content']), verify='ignore').get_first_table()
    for field, other in zip(told.fields, wanted.fields):
        same(f'{what}: field', (field.name, str(field.unit), field.ucd, field.utype),
             (other.name, str(other.unit), other.ucd, other.utype))
    same(f'{what}: names', table.column_names, [field.name for field in wanted.fields])
    cells = [[cell(value) for value in row] for row in zip(*(column.to_pylist() for column in table.columns))]
    same(f'{what}: rows', len(cells), len(rows(wanted)))
    for row, other in zip(cells, rows(wanted)):
        for got, kept in zip(row, other):
            if isinstance(kept, float) and isinstance(got, float):
                got, kept = np.float32(got), np.float32(kept)
            # An array of NaN is an array without a value.
            if isinstance(kept, list) and not any(item is not None and item == item for item in kept):
                kept = None
            same(f'{what}: cell', got, kept)


def cell(value):
    if isinstance(value, list):
        return value if any(item is not None for item in value) else None
    return plain(value)


if __name__ == "__main__":
    try:
        run(parquet)
    except SystemExit as end:
        # All is said. pyarrow's threads may abort the interpreter while it ends ("terminate called without an active exception").
        sys.stdout.flush()
        os._exit(end.code)
