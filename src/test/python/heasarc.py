"""astroquery.heasarc's way to the data: row numbers by POST, and of each answer the row of content type directory."""
import requests
from astropy.io import votable
from io import BytesIO

from walk import run, same, text

# Row number, the last parts of the directory's key, and its bytes, as HEASARC's manifests list them.
MANIFEST = {'2487': ('4/554/', 138024287), '8106': ('6/16236/', 171312992), '5776': ('7/25907/', 147099469)}


def heasarc(base):
    address = f'{base}/vo/datalink/chanmaster?sizefiles=false&'
    rows = ask(address, {'ID': ['18244', *MANIFEST]})
    same('rows', len(rows), 4)
    directories = rows[rows['content_type'] == 'directory']
    same('directories', list(directories['ID']), ['18244', *MANIFEST])
    same('where 18244 is', directories['access_url'][0].split('FTP/')[1], 'chandra/data/byobsid/8/15158/')
    for row in directories:
        same(f'{row["ID"]}: error', text(row['error_message']), '')
        if row['ID'] in MANIFEST:
            where, size = MANIFEST[row['ID']]
            path = row['access_url'].split('FTP/')[1].replace('//', '/')
            same(f'{row["ID"]}: path', path, f'chandra/data/byobsid/{where}')
            same(f'{row["ID"]}: bytes', int(row['content_length']), size)

    for row in ask(address, {'ID': list(MANIFEST), 'source': 'aws:us-east1'}):
        same(f'{row["ID"]} in the bucket', row['access_url'],
             f's3://nasa-heasarc/chandra/data/byobsid/{MANIFEST[row["ID"]][0]}')


def ask(address, data):
    response = requests.post(address, data=data)
    response.raise_for_status()
    return votable.parse_single_table(BytesIO(response.content)).to_table()


run(heasarc)
