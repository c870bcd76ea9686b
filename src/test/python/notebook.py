"""The notebook, call for call: two images near NGC 4151, their links, and one copy from each of the four sources."""
import pyvo
from astropy.coordinates import SkyCoord

from walk import DATASET, FILES, NGC_4151, holds, links, run, same, text

HTTPS = 'https://heasarc.gsfc.nasa.gov/'
S3 = 's3://dh-fornaxdev/'


def notebook(base):
    pos = SkyCoord(*NGC_4151, unit='deg')
    sia_result = pyvo.dal.sia.search(f'{base}/vo/sia?table=chanmaster', pos=pos, resultmax=2)
    same('rows found', len(sia_result), 2)
    same('formats', [row['access_format'] for row in sia_result], ['image/fits', 'image/jpeg'])

    the_links(sia_result[0].getdatalink())

    dlink_resource = sia_result.get_adhocservice_by_ivoid(pyvo.dal.adhoc.DATALINK_IVOID)
    access_options = the_descriptor(dlink_resource)

    for source, wanted, answers, explained in (
            (access_options[0][1], HTTPS, 'main-server', False),
            (access_options[1][1], S3, 'aws:us-east1', False),
            (access_options[2][1], S3, 'aws:us-east2', False),
            (access_options[3][1], HTTPS, 'main-server', True)):
        result = links(sia_result[0], dlink_resource, sia_result._session, source=source)
        same(f'access_url with source={source}',
             [row['access_url'] for row in result], [wanted + file for file in FILES])
        same(f'column source with source={source}', {row['source'] for row in result}, {answers})
        for row in result:
            holds(f'with source={source} the column source_note is {row["source_note"]!r}',
                  bool(text(row['source_note'])) == explained)
            holds(f'with source={source} the note {row["source_note"]!r} does not name what was asked for',
                  not explained or source in row['source_note'])
            same(f'error_message with source={source}', text(row['error_message']), '')


def the_links(dlink):
    same('links', len(dlink), 4)
    same('ID', {row['ID'] for row in dlink}, {DATASET})
    same('access_url without a source', [row['access_url'] for row in dlink], [HTTPS + file for file in FILES])
    same('description', [row['description'] for row in dlink],
         ['Center Image', 'Full Image', 'Center Image', 'Full Image'])
    same('content_type', [row['content_type'] for row in dlink],
         ['application/fits', 'application/fits', 'image/jpeg', 'image/jpeg'])
    same('semantics of the first link', dlink[0]['semantics'], '#this')
    same('links that are #this', [row['semantics'] for row in dlink].count('#this'), 1)
    holds('semantics are terms', all(row['semantics'].startswith('#') for row in dlink))
    same('first columns', dlink.fieldnames[:8], (
        'ID', 'access_url', 'service_def', 'error_message', 'description', 'semantics', 'content_type',
        'content_length'))
    for column in 'cloud_access', 'source', 'source_note':
        holds(f'there is no column {column}', column in dlink.fieldnames)
    length = dlink.to_table()['content_length']
    same('type and unit of content_length', (str(length.dtype), str(length.unit)), ('int64', 'byte'))
    holds('content_length is not known, and must be null', all(text(value) == '' for value in length))


def the_descriptor(dlink_resource):
    same('name of the first group', dlink_resource.groups[0].name, 'inputParams')
    entries = dlink_resource.groups[0].entries
    same('what the ID refers to', [p.ref for p in entries if p.name.upper() == 'ID'], ['DataLinkID'])
    source_elem = [p for p in entries if p.name == 'source'][0]
    same('the default source', source_elem.value, 'main-server')
    same('the options', [tuple(option) for option in source_elem.values.options], [
        ('On prem servers', 'main-server'), ('AWS region 1', 'aws:us-east1'),
        ('AWS some other region', 'aws:us-east2'), ('GC some region', 'gc')])
    return source_elem.values.options


run(notebook)
