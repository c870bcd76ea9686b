"""The walk of the fornax client: it asks for every aws option of every row and takes the first link's address apart."""
import json

import pyvo

from walk import NGC_4151, datalink_resource, holds, links, run, same


def fornax(base):
    result = pyvo.dal.sia.search(f'{base}/vo/sia?table=chanmaster', pos=NGC_4151, resultmax=2)
    resource = datalink_resource(result)
    source = [param for param in resource.groups[0].entries if param.name == 'source'][0]
    options = [(name, value) for name, value in source.values.options if value.startswith('aws')]
    same('regions behind the aws options', [value.split(':')[1] for _, value in options], ['us-east1', 'us-east2'])
    for row in result:
        for _, value in options:
            the_copy(row, resource, result._session, value)
        json_of_the_row = json.loads(row['cloud_access'])['aws']
        same('bucket in the image\'s own cloud_access', json_of_the_row['bucket_name'], 'dh-fornaxdev')
        holds('the key in cloud_access leads to the image at access_url',
              row['access_url'].endswith('/' + json_of_the_row['key']))


def the_copy(row, resource, session, value):
    first = links(row, resource, session, source=value)[0]
    parts = first['access_url'].split('/')
    same(f'scheme with source={value}', parts[0], 's3:')
    bucket, key = parts[2], '/'.join(parts[3:])
    access = json.loads(first['cloud_access'])['aws']
    same(f'bucket and key in cloud_access with source={value}',
         (access['bucket_name'], access['key']), (bucket, key))
    same(f'semantics of the first link with source={value}', first['semantics'], '#this')
    holds('region and access are said', {'region', 'access'} <= access.keys())


run(fornax)
