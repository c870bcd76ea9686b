"""Which copy, in every way that a client can say it: lists of sources, every copy at once, and already in the search."""
import json

import pyvo

from walk import DATASET, NGC_4151, datalink_resource, holds, links, raises, run, same, text

# What the notebook in AWS sends: its own region first, as Amazon spells it, then what else would do.
PREFERENCE = 'aws:us-east-1,gc,main-server'
PLACES = {'main-server': 'https://heasarc.gsfc.nasa.gov/FTP/', 'aws:us-east1': 's3://dh-fornaxdev/FTP/',
          'aws:us-east2': 's3://dh-fornaxdev/FTP/'}


def sources(base):
    a_list_in_order(base)
    every_copy(base)
    in_the_search(base)
    in_a_search_of_all(base)
    of_all_collections(base)


def a_list_in_order(base):
    result = pyvo.dal.sia.search(f'{base}/vo/sia?table=chanmaster', pos=NGC_4151)
    resource = datalink_resource(result)
    for source, from_where, detour in (
            (PREFERENCE, 'aws:us-east1', ''),
            (['aws:us-east-1', 'gc', 'main-server'], 'aws:us-east1', ''),
            ('gc,aws:us-east2,main-server', 'aws:us-east2', 'no copy at gc'),
            (['gc', 'main-server'], 'main-server', 'no copy at gc'),
            ('Main-Server,aws:us-east1', 'main-server', '')):
        rows = links(result[0], resource, result._session, source=source)
        same(f'links with source={source}', len(rows), 4)
        for row in rows:
            what = f'source={source}: {row["description"]}'
            same(f'{what}: source', row['source'], from_where)
            holds(f'{what}: {row["access_url"]!r} is at {from_where}', row['access_url'].startswith(PLACES[from_where]))
            note = text(row['source_note'])
            holds(f'{what}: the note {note!r}', detour in note and bool(note) == bool(detour))
            same(f'{what}: error_message', text(row['error_message']), '')
    error = raises('an unknown source in a list', pyvo.dal.DALQueryError,
                   lambda: links(result[0], resource, result._session, source='aws:us-east1,azure:west'))
    for word in ('azure:west', 'main-server', 'gc'):
        holds(f'{word} stands in {str(error)!r}', word in str(error))


def every_copy(base):
    rows = list(pyvo.dal.adhoc.DatalinkQuery(f'{base}/vo/datalink/chanmaster', id=DATASET, source='all').execute())
    same('copies of four products', [row['source'] for row in rows], list(PLACES) * 4)
    for start in range(0, len(rows), 3):
        copies = rows[start:start + 3]
        for column in 'ID', 'description', 'semantics', 'local_semantics', 'content_type', 'cloud_access':
            same(f'copies of one product: {column}', len({text(copy[column]) for copy in copies}), 1)
        paths = {copy['access_url'][len(PLACES[copy['source']]):] for copy in copies}
        same('copies of one product: the path', len(paths), 1)
    same('the first link', rows[0]['semantics'], '#this')


def in_the_search(base):
    for table, pos, size, preference in (
            ('chanmaster', NGC_4151, 1, PREFERENCE), ('tess', (0, 90), 2, 'aws:us-east-1,main-server')):
        address = f'{base}/vo/sia?table={table}'
        plain = pyvo.dal.sia.search(address, pos=pos, size=size)
        asked = pyvo.dal.sia.search(address, pos=pos, size=size, source=preference)
        holds(f'{table}: there are images', len(asked) > 1)
        same(f'{table}: images', len(asked), len(plain))
        linked = [link['access_url'] for link in first_links(asked, preference)]
        for image, other in zip(asked, plain):
            same(f'{table}: acref is access_url', image.acref, image['access_url'])
            holds(f'{table}: the copy of the region: {image.acref}', image.acref.startswith('s3://'))
            holds(f'{table}: without a source: {other.acref}', other.acref.startswith('https://'))
            access = json.loads(image['cloud_access'])['aws']
            same(f'{table}: what cloud_access says', f's3://{access["bucket_name"]}/{access["key"]}', image.acref)
            same(f'{table}: its source', image['source'], 'aws:us-east1')
            same(f'{table}: its note', text(image['source_note']), '')
        # Chandra's two images are of one dataset, whose first link is the one in FITS.
        same(f'{table}: what a second call would give', linked,
             [(asked[0] if table == 'chanmaster' else image).acref for image in asked])
        # The descriptor keeps the source, so that links need not be told it again; another one can be named.
        kept = asked[0].getdatalink()
        same(f'{table}: the source of links', {row['source'] for row in kept}, {'aws:us-east1'})
        holds(f'{table}: links in the bucket', all(row['access_url'].startswith('s3://') for row in kept))
        same(f'{table}: the source of links of all', {row['source'] for dlink in asked.iter_datalinks() for row in dlink},
             {'aws:us-east1'})
        same(f'{table}: another source', {row['source'] for row in links(asked[0], datalink_resource(asked), asked._session, source='main-server')},
             {'main-server'})
        same(f'{table}: no source, as ever', {row['source'] for row in plain[0].getdatalink()}, {'main-server'})
    gc = pyvo.dal.sia.search(f'{base}/vo/sia?table=chanmaster', pos=NGC_4151, source='gc')
    for image in gc:
        same('a detour: the copy', image['source'], 'main-server')
        holds('a detour: the note', 'no copy at gc' in text(image['source_note']))
    error = raises('an unknown source in a search', pyvo.dal.DALQueryError,
                   lambda: pyvo.dal.sia.search(f'{base}/vo/sia?table=chanmaster', pos=NGC_4151, source='azure:west'))
    holds(f'the sources stand in {str(error)!r}', 'azure:west' in str(error) and 'main-server' in str(error))


def first_links(result, source):
    resource = datalink_resource(result)
    return [links(row, resource, result._session, source=source)[0] for row in result]


def in_a_search_of_all(base):
    query = getattr(pyvo.dal.sia2, 'SIA2Query', None) or pyvo.dal.sia2.SIAQuery
    asked = query(f'{base}/vo/sia2/query', collection='CHANDRA ACIS-I', source='aws:us-east2').execute()
    same('SIA 2.0: the source of links', {row['source'] for row in asked[0].getdatalink()}, {'aws:us-east2'})


def of_all_collections(base):
    dids = []
    for table, pos, size in ('chanmaster', NGC_4151, 1), ('tess', (0, 90), 2):
        result = pyvo.dal.sia.search(f'{base}/vo/sia?table={table}', pos=pos, size=size)
        dids += [image['obs_publisher_did'] for image in result]
    asked = dids[::-1] + ['ivo://nobody/has?this']
    found = pyvo.dal.adhoc.DatalinkQuery(f'{base}/vo/datalink', id=asked, source=PREFERENCE).execute(post=True)
    seen = list(dict.fromkeys(row['ID'] for row in found))
    same('identifiers of both collections, in the order asked', seen, asked)
    for row in found:
        fault, address = text(row['error_message']), text(row['access_url'])
        if row['ID'] == asked[-1]:
            holds(f'nobody has it: {fault!r}', fault.startswith('NotFoundFault') and address == '')
        else:
            same(f'{row["ID"]}: its fault', fault, '')
            holds(f'{row["ID"]}: {address!r}', address.startswith('s3://'))
            same(f'{row["ID"]}: its source', row['source'], 'aws:us-east1')
    descriptor = [resource for resource in found.votable.resources if resource.utype == 'adhoc:this'][0]
    source = [param for param in descriptor.groups[0].entries if param.name == 'source'][0]
    same('the sources of all', [value for _, value in source.values.options], [*PLACES, 'gc'])


run(sources)
