"""A folder's files with astropy: found and linked by pyvo, opened by their address, and taken in parts."""
import hashlib
import io

import pyvo
import requests
from astropy.io import fits
from astropy.utils.data import download_file

from walk import holds, run, same


def story(base, path):
    with open(path, 'rb') as file:
        content = file.read()
    digest = hashlib.sha256(content).hexdigest()

    images = pyvo.dal.sia.search(base + '/vo/sia?table=hill', pos=(10, 0), size=0.1)
    image = images[0]
    address = image.acref
    same('the address', address, base + '/data/hill/2024/m31.fits?source=here')
    link = image.getdatalink()[0]
    same('the link', link.access_url, address)
    same('its source', link['source'], 'here')

    with fits.open(address, cache=False) as hdus:
        same('the object', hdus[0].header['OBJECT'], 'M 31')
        same('the pixels', hdus[0].data.shape, (1000, 1000))
    with open(download_file(address, cache=False), 'rb') as file:
        same('what astropy downloads', hashlib.sha256(file.read()).hexdigest(), digest)
    with open(download_file(address.replace('=here', '=mirror'), cache=False), 'rb') as file:
        same('what astropy downloads from the mirror', hashlib.sha256(file.read()).hexdigest(), digest)
    same('the whole by requests', requests.get(link.access_url).content == content, True)

    head = requests.head(address)
    same('HEAD', (head.status_code, head.headers['Content-Length']), (200, str(len(content))))
    holds('HEAD tells that parts can be had', head.headers['Accept-Ranges'] == 'bytes')
    for source in ('here', 'mirror'):
        part = requests.get(address.replace('=here', '=' + source), headers={'Range': 'bytes=0-2879'})
        same('a part from ' + source, (part.status_code, part.content), (206, content[:2880]))
    header = fits.Header.fromfile(io.BytesIO(part.content))
    same('the header in that part', header['NAXIS1'], 1000)
    stale = requests.get(address, headers={'Range': 'bytes=0-2879', 'If-Range': '"another"'})
    same('a part of what was another file', (stale.status_code, len(stale.content)), (200, len(content)))
    same('what it has already', requests.get(address, headers={'If-None-Match': head.headers['ETag']}).status_code, 304)


run(story)
