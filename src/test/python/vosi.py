"""What clients and registries learn from the service itself: pyvo finds each protocol by its capabilities, test queries find images, examples run."""
import io
import warnings
import xml.etree.ElementTree as ElementTree

import pyvo
import requests
from pyvo.dal.sia2 import SIA2Service
from pyvo.io.vosi import parse_availability, parse_capabilities, parse_tables

from walk import holds, run, same, text

XHTML = '{http://www.w3.org/1999/xhtml}'
SIMPLE_IMAGE_ACCESS = {'Unknown xsi:type sia:SimpleImageAccess ignored'} | {f'Unknown element {name}' for name in (
    'imageServiceType', 'maxQueryRegionSize', 'maxImageExtent', 'maxRecords', 'testQuery', 'pos', 'size', 'long', 'lat', 'extras')}
COLLECTIONS = {'chanmaster': 'obsid', 'tess': 'sector'}


def content(address):
    answer = requests.get(address)
    answer.raise_for_status()
    return io.BytesIO(answer.content)


def document(address):
    return ElementTree.parse(content(address))


def sia2_is_found_by_capabilities(base):
    for given in (base + '/vo/sia2', base + '/vo/sia2/query'):
        same(f'query address of {given}', SIA2Service(given).query_ep, base + '/vo/sia2/query')


def a_collection_tells_of_itself(base, collection, column):
    door = f'{base}/vo/sia/{collection}/'
    standards = [capability.standardid for capability in parse_capabilities(content(door + 'capabilities'))]
    same(f'{collection}: its protocol', standards[0], 'ivo://ivoa.net/std/SIA')
    holds(f'{collection}: no tables among {standards}', 'ivo://ivoa.net/std/VOSI#tables-1.1' in standards)
    holds(f'{collection}: not available', parse_availability(content(door + 'availability'), pedantic=True).available)
    tables = parse_tables(content(door + 'tables'), pedantic=True).tableset.schemas[0].tables
    same(f'{collection}: its tables', [table.name for table in tables], [collection])


def test_queries_find_images(base, collection, column):
    root = document(f'{base}/vo/sia/{collection}/capabilities')
    address = root.find('.//capability/interface/accessURL').text
    query = root.find('.//interface/testQueryString').text
    holds(f'{address}{query} finds nothing', '<TR>' in requests.get(address + query).text)
    pos, size = root.find('.//testQuery/pos'), root.find('.//testQuery/size')
    images = pyvo.dal.SIAService(address).search(
        pos=(float(pos.find('long').text), float(pos.find('lat').text)), size=float(size.find('long').text))
    holds(f'{collection}: its test query finds nothing by pyvo', len(images) > 0)


def tables_are_those_of_answers(base, collection, column):
    root = document(f'{base}/vo/sia/{collection}/tables')
    told = [name.text for name in root.findall('.//column/name')]
    holds(f'{collection}: {column} is not among {told}', column in told)
    test = document(f'{base}/vo/sia/{collection}/capabilities').find('.//interface/testQueryString').text
    answer = pyvo.dal.DALResults.from_result_url(f'{base}/vo/sia/{collection}/query?{test}')
    same(f'{collection}: columns of its answers', list(answer.fieldnames), told)


def examples_run(base, collection, column):
    links = [a.get('href') for a in document(f'{base}/vo/sia/{collection}/examples').getroot().iter(XHTML + 'a')]
    same(f'{collection}: examples', len(links), 3)
    for link in links:
        holds(f'{link} fails', 'value="OK"' in requests.get(link).text)
    holds(f'{links[0]} finds nothing', '<TR>' in requests.get(links[0]).text)


def links_are_found(base):
    root = document(base + '/vo/datalink/capabilities')
    query = root.find('.//interface/testQueryString').text
    address = root.find('.//interface/accessURL').text
    links = pyvo.dal.adhoc.DatalinkResults.from_result_url(address + '?' + query)
    holds(f'{address}?{query} finds no link', len(links) > 0 and not any(links['error_message']))


def examples_of_links_find_links(base):
    root = document(base + '/vo/datalink/examples').getroot()
    same('identifiers are told as such', len([li for li in root.iter(XHTML + 'li') if li.get('property') == 'dl-id']), 6)
    links = [a.get('href') for a in root.iter(XHTML + 'a')]
    same('examples of links', len(links), 7)
    for link in links:
        found = pyvo.dal.adhoc.DatalinkResults.from_result_url(link)
        same(f'{link}: faults', [text(row['error_message']) for row in found if text(row['error_message'])], [])
        holds(f'{link} finds no link', len(found) > 0 or link == links[-1])


def pyvo_warns_of_nothing_that_is_ours(base):
    for door in '/vo', '/vo/sia2', '/vo/sia/tess', '/vo/datalink':
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter('always')
            parse_capabilities(content(base + door + '/capabilities'))
        # Elements of SimpleDALRegExt, which pyvo does not know; and nothing else.
        unknown = {str(each.message).split('UnknownElementWarning: ')[-1] for each in said}
        same(f'{door}: pyvo', unknown - SIMPLE_IMAGE_ACCESS, set())


def vosi(base):
    sia2_is_found_by_capabilities(base)
    for collection, column in COLLECTIONS.items():
        a_collection_tells_of_itself(base, collection, column)
        test_queries_find_images(base, collection, column)
        tables_are_those_of_answers(base, collection, column)
        examples_run(base, collection, column)
    links_are_found(base)
    examples_of_links_find_links(base)
    pyvo_warns_of_nothing_that_is_ours(base)


run(vosi)
