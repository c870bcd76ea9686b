"""Coverage maps as mocpy and astropy read them, against mocpy's own of the same footprints and queries."""
import csv
import io

import astropy.units as u
import numpy as np
import requests
from astropy.coordinates import Latitude, Longitude, SkyCoord
from astropy.io import fits
from astropy_healpix import HEALPix
from mocpy import MOC

from walk import holds, run, same

ORDER = 9


def cells(moc, order):
    """The cells of an order that a map covers."""
    return set(moc.degrade_to_order(order).flatten().tolist()) if not moc.empty() else set()


def polygon(row):
    numbers = [float(each) for each in row['s_region'].split()[2:]]
    return SkyCoord(numbers[0::2], numbers[1::2], unit='deg')


def union(outlines, order):
    first, *others = [MOC.from_polygon_skycoord(outline, max_depth=order) for outline in outlines]
    return first.union(*others)


def near(what, got, exact, order):
    """What we say holds all that is covered, nothing that is not within a cell of it, and of that hardly anything."""
    ours, theirs, wider = cells(got, order), cells(exact, order), cells(exact.add_neighbours(), order)
    holds(f'{what}: all that is covered', theirs <= ours)
    holds(f'{what}: nothing a cell away', ours <= wider)
    holds(f'{what}: {len(ours - theirs)} cells more than {len(theirs)}', len(ours - theirs) <= len(theirs) / 1000)


def coverage(base, table):
    address = f'{base}/vo/moc'

    def get(path='', **parameters):
        answer = requests.get(address + path, params=parameters)
        same(f'{path} {parameters}', answer.status_code, 200)
        return answer

    def read(path='', **parameters):
        return MOC.from_fits(io.BytesIO(get(path, **parameters).content))

    with open(table, newline='') as lines:
        rows = list(csv.DictReader(lines))
    outlines = [polygon(row) for row in rows]
    tess = read('/tess')
    same('the order', tess.max_order, ORDER)
    whole = union(outlines, ORDER)
    near('the whole collection', tess, whole, ORDER)
    holds('its area', abs(tess.sky_fraction / whole.sky_fraction - 1) < 0.01)

    # mocpy's numbers of cells are its own library's: astropy-healpix says where these cells are.
    places = HEALPix(nside=2 ** ORDER, order='nested', frame='icrs')
    corners = SkyCoord([each.ra for each in SkyCoord(outlines).ravel()], [each.dec for each in SkyCoord(outlines).ravel()])
    covered = cells(tess, ORDER)
    holds('every corner of a footprint is in the map', set(places.skycoord_to_healpix(corners).tolist()) <= covered)

    answer = get('/tess')
    same('its type', answer.headers['Content-Type'], 'application/fits')
    with fits.open(io.BytesIO(answer.content)) as file:
        head, numbers = file[1].header, file[1].data['UNIQ']
        same('the keywords', [head[key] for key in ('ORDERING', 'COORDSYS', 'MOCDIM', 'MOCVERS', 'MOCORD_S', 'MOCORDER', 'TFORM1')],
             ['NUNIQ', 'C', 'SPACE', '2.0', ORDER, ORDER, '1K'])
        holds('ascending', bool(np.all(np.diff(numbers) > 0)))
        file.verify('exception')
    json = MOC.from_json(get('/tess', RESPONSEFORMAT='json').json())
    ascii_ = MOC.from_string(get('/tess', RESPONSEFORMAT='ascii').text)
    holds('JSON says the same', json == tess)
    holds('ASCII says the same', ascii_ == tess)
    same('their orders', (json.max_order, ascii_.max_order), (ORDER, ORDER))
    for order in 0, 3, 7:
        coarse = read('/tess', ORDER=order)
        same(f'order {order}', coarse.max_order, order)
        holds(f'order {order} is the same, coarser', coarse == tess.degrade_to_order(order))
    finer = dict(POS='CIRCLE 0 90 5', COLLECTION='TESS', ORDER=11)
    there = {row['obs_id'] for row in requests.get(f'{base}/vo/sia2/query', params={**finer, 'RESPONSEFORMAT': 'json'}).json()['data']}
    near('finer than what is kept', read(**finer), union([polygon(row) for row in rows if row['obs_id'] in there], 11), 11)

    # A result: the same images that SIA 2.0 finds.
    query = {'POS': 'CIRCLE 0 90 15', 'COLLECTION': 'TESS'}
    found = requests.get(f'{base}/vo/sia2/query', params={**query, 'RESPONSEFORMAT': 'json'}).json()['data']
    holds('images at the pole', len(found) > 1)
    ids = {row['obs_id'] for row in found}
    near('a result', read(**query), union([polygon(row) for row in rows if row['obs_id'] in ids], ORDER), ORDER)
    one = next(row for row in rows if row['obs_id'] in ids)
    centre = {'POS': f"CIRCLE {one['s_ra']} {one['s_dec']} 0", 'COLLECTION': 'TESS', 'MAXREC': 1, 'ORDER': 8}
    single = read(**centre)
    holds('one image', single.sky_fraction < tess.sky_fraction / 5 and not single.empty())
    cone = MOC.from_cone(Longitude(float(one['s_ra']) * u.deg), Latitude(float(one['s_dec']) * u.deg), radius=0.2 * u.deg, max_depth=8)
    holds('around its middle', cells(cone, 8) <= cells(single, 8))

    empty = read(POS='CIRCLE 0 90 1', COLLECTION='nonesuch')
    same('nothing found', (empty.empty(), empty.max_order), (True, ORDER))
    holds('nothing found, in JSON', MOC.from_json(get(COLLECTION='nonesuch', RESPONSEFORMAT='json').json()).empty())

    both = read()
    chandra = read('/chanmaster')
    holds('all collections', both == tess.union(chandra))

    # As the other answers: a form, a tag that is kept, scripts of others, compressed text.
    posted = requests.post(address, data={'COLLECTION': 'TESS', 'ORDER': '5', 'RESPONSEFORMAT': 'ascii'})
    holds('by POST', MOC.from_string(posted.text) == tess.degrade_to_order(5))
    again = requests.get(f'{address}/tess', headers={'If-None-Match': answer.headers['ETag'], 'Origin': 'https://aladin.example'})
    same('asked again', (again.status_code, again.content), (304, b''))
    other = requests.get(f'{address}/tess', headers={'If-None-Match': answer.headers['ETag'], 'Accept': 'application/json'})
    same('in another form', other.status_code, 200)
    same('for scripts of others', again.headers.get('Access-Control-Allow-Origin'), '*')
    same('compressed', requests.get(f'{address}/tess', headers={'Accept': 'application/json'}).headers.get('Content-Encoding'), 'gzip')
    head = requests.head(f'{address}/tess')
    same('HEAD', (head.status_code, head.headers['Content-Type'], head.content), (200, 'application/fits', b''))


run(coverage)
