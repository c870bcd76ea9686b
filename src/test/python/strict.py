"""astropy's strict reader over every kind of answer: it must have nothing to say, save what is let through here."""
import re
import warnings
from io import BytesIO

import requests
from astropy.io import votable

from walk import holds, run, same

SIA = '/vo/sia?table=%s&POS=%s&SIZE=1'
LINKS = '/vo/datalink/chanmaster?'

ANSWERS = [
    ('two images', SIA % ('chanmaster', '182.6357,39.4058'), 200, 'OK'),
    ('few columns', SIA % ('chanmaster', '182.6357,39.4058') + '&VERB=0', 200, 'OK'),
    ('all columns', SIA % ('chanmaster', '182.6357,39.4058') + '&VERB=3', 200, 'OK'),
    ('no image', SIA % ('chanmaster', '10,10'), 200, 'OK'),
    ('TESS', SIA % ('tess', '0,90'), 200, 'OK'),
    ('cut off', SIA % ('tess', '0,90') + '&MAXREC=1', 200, 'OVERFLOW'),
    ('metadata', '/vo/sia?table=chanmaster&FORMAT=METADATA', 200, 'OK'),
    ('a mistake', SIA % ('chanmaster', 'here%20%26%20%3Cthere%3E'), 200, 'ERROR'),
    ('links', LINKS + 'ID=18244:chandra.obs.img', 200, 'OK'),
    ('links to a bucket', LINKS + 'ID=18244:chandra.obs.img&source=aws:us-east1', 200, 'OK'),
    ('links that fall back', LINKS + 'ID=18244:chandra.obs.img&source=gc', 200, 'OK'),
    ('an unknown dataset', LINKS + 'ID=nothing%20%26%20%3Cmore%3E', 200, 'OK'),
    ('no dataset', LINKS, 200, 'OK'),
    ('an unknown source', LINKS + 'ID=18244&source=azure', 400, 'ERROR'),
]

LET_THROUGH = [
    # The notebook's unit of time and public_date is no unit to the IVOA.
    r"[Uu]nit.* 'mjd'",
    # SIA 1.0 wants these UCDs, which are older than the IVOA's list of words.
    r"W06: Invalid UCD '(POS_EQ_RA_MAIN|POS_EQ_DEC_MAIN|INST_ID)'",
    # SIA 1.0 wants a colon in these names, and astropy makes IDs of names.
    r"W03: Implicitly generating an ID from a name 'INPUT:",
]


def strict(base):
    for what, address, status, outcome in ANSWERS:
        response = requests.get(base + address)
        same(f'{what}: status', response.status_code, status)
        document, complaints = read(what, response.content)
        for complaint in complaints:
            holds(f'{what}: {complaint}', any(re.search(known, complaint) for known in LET_THROUGH))
        if document is not None:
            results = [resource for resource in document.resources if resource.type == 'results']
            same(f'{what}: results', len(results), 1)
            infos = list(results[0].infos) + [info for table in results[0].tables for info in table.infos]
            statuses = [info.value for info in infos if info.name == 'QUERY_STATUS']
            same(f'{what}: QUERY_STATUS', statuses[-1:], [outcome])
            same(f'{what}: version', document.version, '1.4')


def read(what, content):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            document = votable.parse(BytesIO(content), verify='warn')
        except Exception as e:
            holds(f'{what}: cannot be read: {e}\n{content[:500]!r}', False)
            document = None
    return document, [str(warning.message) for warning in caught]


run(strict)
