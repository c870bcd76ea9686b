"""Images as items of STAC, as pystac and shapely read them: the images of the VOTable, their copies, and shapes that are none but valid ones."""
import pystac
import requests
from shapely.geometry import box, shape

from formats import parsed
from walk import holds, run, same


def stac(base):
    address = f'{base}/vo/sia2/query?MAXREC=2000'
    answer = requests.get(address, params={'RESPONSEFORMAT': 'geojson'})
    same('type', answer.headers['Content-Type'], 'application/geo+json')
    collection = answer.json()
    table = parsed(requests.get(address)).get_first_table().array
    items = pystac.ItemCollection.from_dict(collection).items
    same('images', (len(items), collection['numberReturned'], collection['status']), (len(table), len(table), 'OK'))
    for item, row in zip(items, table):
        assets = item.assets
        main = assets.get('image') or assets['links']
        same('address', main.href, str(row['access_url']))
        same('identifier', item.properties['obs_publisher_did'], str(row['obs_publisher_did']))
        holds(f'{item.id}: a time', item.datetime or item.properties['start_datetime'])
        if item.geometry:
            figure = shape(item.geometry)
            holds(f'{item.id}: {item.geometry["type"]} is no valid shape', figure.is_valid)
            west, south, east, north = item.bbox
            around = box(west, south, east, north) if west <= east else \
                box(west, south, 180, north).union(box(-180, south, east, north))
            holds(f'{item.id}: its box', around.buffer(1e-6).covers(figure))
    links(base)
    refused(base)


def links(base):
    seen, address = [], f'{base}/vo/sia2/query?COLLECTION=TESS&MAXREC=400&RESPONSEFORMAT=geojson'
    while address:
        page = requests.get(address).json()
        seen += [item['id'] for item in page['features']]
        address = next((link['href'] for link in page['links'] if link['rel'] == 'next'), None)
    whole = requests.get(f'{base}/vo/sia2/query?COLLECTION=TESS&RESPONSEFORMAT=geojson').json()
    same('in parts', seen, [item['id'] for item in whole['features']])


def refused(base):
    for address in ['/vo/datalink/chanmaster?ID=18244', '/vo/sia?table=tess&POS=0,0&SIZE=1']:
        answer = requests.get(f'{base}{address}&RESPONSEFORMAT=geojson')
        holds(f'{address}: {answer.text[:300]}', "'geojson' is no form of answer here" in answer.text)
    mistake = requests.get(f'{base}/vo/sia2/query?POS=here&RESPONSEFORMAT=geojson')
    same('a mistake', (mistake.status_code, mistake.json()['status']), (400, 'ERROR'))


if __name__ == "__main__":
    run(stac)
