"""astroquery.heasarc from a table of a TAP service to files on the disk: links by row number, then the bucket's objects, byte for byte.

The TAP service is a table here, and the bucket is that of a server of moto's on this machine."""
import os
import tempfile

# Before boto3 is first imported: a machine's own credentials and endpoints have no business here.
os.environ.update(AWS_ACCESS_KEY_ID='test', AWS_SECRET_ACCESS_KEY='test', AWS_DEFAULT_REGION='us-east-1',
                  AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull, AWS_EC2_METADATA_DISABLED='true')

import boto3
from astropy.table import Table
from astroquery.heasarc import Heasarc
from moto.moto_server.threaded_moto_server import ThreadedMotoServer

from walk import run, same

BUCKET = 'nasa-heasarc'
# Row number, the observation's directory, and its bytes as HEASARC's manifests list them.
ROWS = {'18244': ('chandra/data/byobsid/8/15158/', None), '2487': ('chandra/data/byobsid/4/554/', 138024287),
        '5776': ('chandra/data/byobsid/7/25907/', 147099469)}
FILES = {'chandra/data/byobsid/8/15158/00README': b'read me', 'chandra/data/byobsid/4/554/oif.fits': b'SIMPLE  =',
         'chandra/data/byobsid/4/554/primary/a b+c.fits.gz': bytes(range(256))}
BESIDE = {'chandra/data/byobsid/4/5540/other.fits': b'of another observation'}
# What its newest state adds to the address, behind the table's name.
NEWEST = '?sizefiles=false&'


class Tables:
    """Of the TAP service, what is asked before links are: which tables there are."""
    tables = {'chanmaster': None, 'chanmaster' + NEWEST: None}


def astroquery_heasarc(base):
    heasarc = type(Heasarc)()
    heasarc.VO_URL = f'{base}/vo'
    heasarc._tap = Tables()
    for table in Tables.tables:
        links = heasarc.locate_data(found(list(ROWS)), catalog_name=table)
        located(table, links)
        same(f'{table}: numbers as numbers', identifiers(heasarc.locate_data(found([2487, 5776]), catalog_name=table)),
             ['2487', '5776'])
        same(f'{table}: a single row', identifiers(heasarc.locate_data(found(list(ROWS))[1], catalog_name=table)), ['2487'])
        unknown = heasarc.locate_data(found(['2487', '999999999']), catalog_name=table)
        same(f'{table}: a row that nobody knows', [str(fault)[:13] for fault in unknown['error_message']],
             ['', 'NotFoundFault'])
        downloaded(table, heasarc, links)


def found(rows):
    """What query_region gives, as far as it matters."""
    return Table({'__row': rows, 'status': ['archived'] * len(rows)})


def identifiers(links):
    return [str(identifier) for identifier in links['ID']]


def located(table, links):
    same(f'{table}: rows', identifiers(links), list(ROWS))
    for link, (row, (path, size)) in zip(links, ROWS.items()):
        same(f'{table}, {row}: fault', link['error_message'], '')
        same(f'{table}, {row}: address', link['access_url'], f'https://heasarc.gsfc.nasa.gov/FTP/{path}')
        same(f'{table}, {row}: SciServer', link['sciserver'], f'/FTP/{path}')
        same(f'{table}, {row}: bucket', link['aws'], f's3://{BUCKET}/{path}')
        if size is not None:
            same(f'{table}, {row}: bytes', int(link['content_length']), size)


def downloaded(table, heasarc, links):
    server = ThreadedMotoServer(ip_address='127.0.0.1', port=0, verbose=False)
    server.start()
    try:
        os.environ['AWS_ENDPOINT_URL_S3'] = 'http://%s:%d' % server.get_host_and_port()
        fill(boto3.client('s3'))
        heasarc.enable_cloud()
        with tempfile.TemporaryDirectory() as folder:
            heasarc.download_data(links, host='aws', location=folder)
            # The directory above an observation's own is left out.
            same(f'{table}: files', contents(folder), {key[len('chandra/data/byobsid/4/'):]: FILES[key] for key in FILES})
    finally:
        server.stop()


def fill(client):
    client.create_bucket(Bucket=BUCKET)
    for key, content in {**FILES, **BESIDE}.items():
        client.put_object(Bucket=BUCKET, Key=key, Body=content, ACL='public-read')


def contents(folder):
    files = {}
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), 'rb') as file:
                files[os.path.relpath(os.path.join(path, name), folder)] = file.read()
    return files


run(astroquery_heasarc)
