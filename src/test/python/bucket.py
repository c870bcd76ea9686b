"""Files in a bucket, byte for byte: found by pyvo, fetched through /data, by signed addresses, and from the bucket itself with boto3, s3fs and astropy."""
import json

import boto3
import pyvo
import requests
import s3fs
from astropy.io import fits
from astropy.utils.data import download_file

from walk import holds, run, same, text


def bucket(base, endpoint, access_key, secret, table):
    with open(table) as listed:
        files = {name: bytes.fromhex(content) for name, content in json.load(listed).items()}
    s3 = boto3.client('s3', endpoint_url=endpoint, region_name='us-east-1', aws_access_key_id=access_key,
                      aws_secret_access_key=secret)
    tree = s3fs.S3FileSystem(key=access_key, secret=secret, client_kwargs={'endpoint_url': endpoint},
                             skip_instance_cache=True)
    search = f'{base}/vo/sia?table=sky'
    for source in None, 'bucket', 'signed', 'gone,bucket', 'all':
        chosen = {} if source is None else {'source': source}
        if source != 'all':
            images = pyvo.dal.sia.search(search, pos=(0, 0), size=(360, 180), **chosen)
            same(f'{source}: images', len(images), len(files))
        linked = pyvo.dal.adhoc.DatalinkQuery(
            f'{base}/vo/datalink', id=[f'ivo://example/sky?{nr}' for nr in range(len(files))], **chosen).execute(post=True)
        same(f'{source}: datasets with links', len({row['ID'] for row in linked}), len(files))
        for row in linked:
            same(f'{source}: fault', text(row['error_message']), '')
            name, content = list(files.items())[int(row['ID'].split('?')[1])]
            if row['source'] != 'gone':
                fetch(f'{name} from {row["source"]} with source={source}', row['access_url'], row['source'], source,
                      content, s3, tree)
    the_image(search, endpoint, access_key, secret, files['2024/m31.fits'])


def fetch(what, address, source, asked, content, s3, tree):
    if asked is None:
        holds(f'{what}: a lasting address: {address}', '/data/sky' in address)
        head = requests.head(address)
        same(f'{what}: HEAD', (head.status_code, head.headers.get('Content-Length')), (200, str(len(content))))
    if address.startswith('s3://'):
        same(f'{what}: where', source, 'bucket')
        # As clients do it: an address is not decoded.
        _, _, name, key = address.split('/', 3)
        same(f'{what}: boto3', s3.get_object(Bucket=name, Key=key)['Body'].read(), content)
        with tree.open(address) as file:
            same(f'{what}: s3fs', file.read(), content)
            file.seek(4)
            same(f'{what}: a part with s3fs', file.read(4), content[4:8])
    else:
        same(f'{what}: by HTTP', requests.get(address).content, content)
        part = requests.get(address, headers={'Range': 'bytes=0-9'})
        same(f'{what}: a part by HTTP', (part.status_code, part.content), (206, content[:10]))


def the_image(search, endpoint, access_key, secret, content):
    images = {source: pyvo.dal.sia.search(search, pos=(10, 0), size=0.1, source=source)[0]
              for source in ('', 'bucket', 'signed')}
    holds('without a source, a lasting address', images[''].acref.endswith('/data/sky/2024/m31.fits?source=bucket'))
    holds('it is in no cloud of anybody\'s', text(images['bucket']['cloud_access']) == '')
    s3 = {'key': access_key, 'secret': secret, 'client_kwargs': {'endpoint_url': endpoint}}
    with fits.open(images['bucket'].acref, use_fsspec=True, fsspec_kwargs=s3) as hdus:
        same('its header, read in the bucket', hdus[0].header['OBJECT'], 'M 31')
        same('a piece of it, read in the bucket', hdus[0].section[2:3, 0:100].tobytes(), content[3080:3180])
    for source in '', 'signed':
        with open(download_file(images[source].acref, cache=False), 'rb') as file:
            same(f'astropy, source={source}', file.read(), content)
        # As its getdataset, which fetches the vocabulary of links from the IVOA first, and machines of tests may not.
        same(f'pyvo, source={source}', pyvo.dal.query.Record.getdataset(images[source]).read(), content)


run(bucket)
