"""Many datasets at once: every image of a search through iter_datalinks, and a POST of IDs, unknown ones among them."""
import pyvo

from walk import DATASET, datalink_resource, holds, run, same, text

UNKNOWN = ['no such dataset', '18244:chandra.obs.IMG', 'ivo://a/b?c=d&e#f+g%20h', '\u03b1 & <\u03b2>']


def batch(base):
    every_image_of_a_search(base)
    two_images_of_one_dataset(base)
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
