"""Many datasets at once: every image of a search through iter_datalinks, two hundred of them in one POST, unknown IDs."""
import pyvo
import requests

from walk import DATASET, datalink_resource, holds, run, same, text

UNKNOWN = ['no such dataset', '18244:chandra.obs.IMG', 'ivo://a/b?c=d&e#f+g%20h', '\u03b1 & <\u03b2>']


def batch(base):
    every_image_of_a_search(base)
    two_images_of_one_dataset(base)
    two_hundred(base)
    a_post_of_many(f'{base}/vo/datalink/chanmaster')


def every_image_of_a_search(base):
    result = pyvo.dal.sia.search(f'{base}/vo/sia?table=tess', pos=(0, 90), size=2)
    holds('there are images to ask for', len(result) > 3)
    resource = datalink_resource(result)
    reference = [param.ref for param in resource.groups[0].entries if param.name == 'ID'][0]
    wanted = {row[reference]: row for row in result}
    found = {}
    for dlink in result.iter_datalinks():
        found[dlink[0]['ID']] = dlink
    same('datasets with links', set(found), set(wanted))
    for identifier, dlink in found.items():
        this = [row['access_url'] for row in dlink if row['semantics'] == '#this']
        same(f'#this of {identifier}', this, [wanted[identifier].acref])


def two_images_of_one_dataset(base):
    result = pyvo.dal.sia.search(f'{base}/vo/sia?table=chanmaster', pos=(181.29, 39.347))
    links = [len(dlink) for dlink in result.iter_datalinks()]
    same('links of two images of one dataset', links, [4, 4])


class Counting(requests.Session):
    """Keeps what was asked for."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def send(self, request, **keywords):
        self.asked.append((request.method, request.path_url.split('?')[0]))
        return super().send(request, **keywords)


def two_hundred(base):
    session = Counting()
    service = pyvo.dal.sia.SIAService(f'{base}/vo/sia?table=tess', session=session)
    result = service.search(pos=(0, 0), size=(360, 180), maxrec=200)
    same('images of the whole sky, at most 200', len(result), 200)
    wanted = {row['obs_id']: row.acref for row in result}
    same('their datasets', len(wanted), 200)
    session.asked.clear()
    this = {}
    for dlink in result.iter_datalinks():
        this.update((row['ID'], row['access_url']) for row in dlink if row['semantics'] == '#this')
    same('#this of two hundred datasets', this, wanted)
    same('what iter_datalinks asked for', session.asked, [('POST', '/vo/datalink/tess')])

    for address, column in ((f'{base}/vo/datalink/tess', 'obs_id'), (f'{base}/vo/datalink', 'obs_publisher_did')):
        asked = [row[column] for row in result][::-1]
        query = pyvo.dal.adhoc.DatalinkQuery(address, id=asked, source='aws:us-east-1,main-server')
        links = query.execute(post=True)
        same(f'{column}: in the order asked', list(dict.fromkeys(row['ID'] for row in links)), asked)
        same(f'{column}: one link each', len(links), 200)
        same(f'{column}: from one source', {row['source'] for row in links}, {'aws:us-east1'})
        for name in asked[0], asked[-1]:
            same(f'{column}: the links of one among them', len(links.clone_byid(name)), 1)


def a_post_of_many(address):
    asked = [UNKNOWN[0], DATASET, *UNKNOWN[1:], '18244']
    result = pyvo.dal.adhoc.DatalinkQuery(address, id=asked).execute(post=True)
    same('IDs in the order asked, each as it was sent, its rows together', [row['ID'] for row in result],
         [UNKNOWN[0]] + [DATASET] * 4 + UNKNOWN[1:] + ['18244'])
    for row in result:
        fault, address = text(row['error_message']), text(row['access_url'])
        if row['ID'] in UNKNOWN:
            holds(f'{row["ID"]}: no NotFoundFault but {fault!r}', fault.startswith('NotFoundFault'))
            holds(f'{row["ID"]}: the fault is one line', '\n' not in fault)
            same(f'{row["ID"]}: address', address, '')
            same(f'{row["ID"]}: semantics', row['semantics'], '#this')
        else:
            same(f'{row["ID"]}: fault', fault, '')
            holds(f'{row["ID"]}: address {address!r}', address.startswith('https://'))


run(batch)
