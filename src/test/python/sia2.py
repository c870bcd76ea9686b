"""SIA 2.0 as pyvo asks it: the shapes of query of pyvo's own tests, with values that the bundled collections have, or have not."""
import csv
import warnings

import pyvo
import requests
from astropy import units as u
from astropy.coordinates import SkyCoord
from astropy.time import Time

from walk import holds, raises, run, same, text

Query = getattr(pyvo.dal.sia2, 'SIA2Query', None) or pyvo.dal.sia2.SIAQuery
RBS1066 = (181.29, 39.347)
INF = float('inf')


def sia2(base, table):
    def search(**parameters):
        return Query(f'{base}/vo/sia2/query', **parameters).execute()

    def names(**parameters):
        return sorted(text(row['obs_publisher_did']).split('?')[-1] for row in search(**parameters))

    with open(table, newline='') as lines:
        tess = {row['obs_id']: row for row in csv.DictReader(lines)}
    chandra = names(collection='CHANDRA ACIS-I')
    same('Chandra', chandra, ['15158/acisf15158N003_cntr_img2.fits', '15158/acisf15158N003_cntr_img2.jpg'])
    same('TESS', names(collection='TESS'), sorted(tess))
    same('both', names(collection=['TESS', 'CHANDRA ACIS-I']), sorted(list(tess) + chandra))

    cone = (RBS1066[0] * u.deg, RBS1066[1] * u.deg, 0.0166 * u.deg)
    found = names(pos=cone)
    holds('Chandra is in the cone', set(chandra) <= set(found))
    same('a cone without units', names(pos=(RBS1066[0], RBS1066[1], 0.0166)), found)
    same('a cone around a SkyCoord', names(pos=(SkyCoord(*RBS1066, unit='deg'), 0.0166 * u.deg)), found)
    holds('a range', set(chandra) <= set(names(pos=(181.2, 181.4, 39.3, 39.4))))
    polygon = (181.0 * u.deg, 39.0 * u.deg, 182.0 * u.deg, 39.0 * u.deg, 182.0 * u.deg, 40.0 * u.deg, 181.0 * u.deg, 40.0 * u.deg)
    holds('a polygon', set(chandra) <= set(names(pos=polygon)))
    turned = sum((polygon[i:i + 2] for i in (6, 4, 2, 0)), ())
    same('a polygon the other way round', names(pos=turned), names(pos=polygon))
    north, south = names(pos=(0, 90, 1)), names(pos=(0, -90, 1))
    same('several places', names(pos=[(0, 90, 1), (0, -90, 1)]), sorted(set(north) | set(south)))
    holds('somewhere', north and south)

    same('a band', names(band=(1e-9, 2e-9)), chandra)
    same('a band in nanometres', names(band=(500 * u.nm, 700 * u.nm)), sorted(tess))
    same('a band of one wavelength', names(band=5e-9), chandra)
    same('an open band', names(band=(-INF, INF)), sorted(list(tess) + chandra))
    same('no band', names(band=(1, 2)), [])
    first = Time('2018-08-09T07:40:00').mjd
    sector = sorted(name for name, row in tess.items() if Time(row['t_start']).mjd <= first <= Time(row['t_stop']).mjd)
    holds('the first sector', len(sector) > 1)
    same('a time', names(time=Time('2018-08-09T07:40:00')), sector)
    same('times as text', names(time=('2018-08-09T07:40:00', '2018-08-09T07:40:00')), sector)
    same('times before', names(time=(Time(50000, format='mjd'), Time(56364, format='mjd'))), chandra)
    same('exposure times', names(exptime=(8000 * u.s, 3 * u.h)), chandra)
    for what in 'field_of_view', 'spatial_resolution', 'spectral_resolving_power', 'timeres':
        holds(f'{what}: nothing null is found', not set(chandra) & set(names(**{what: (-INF, INF)})))
    same('polarization', names(pol=['YY', 'U']), [])
    did = 'ivo://nasa.heasarc/chanmaster?' + chandra[0]
    same('an identifier', names(publisher_did=did), chandra[:1])
    same('an identifier in capitals', names(publisher_did=did.upper()), chandra[:1])
    same('a facility', names(facility='Chandra'), chandra)
    same('an instrument', names(instrument='ACIS-I'), chandra)
    same('a target', names(target_name='RBS1066'), chandra)
    same('kinds', names(data_type='cube'), [])
    same('a kind', names(data_type='image'), sorted(list(tess) + chandra))
    same('levels', names(calib_level=[3, 4]), chandra)
    same('formats', names(res_format='image/jpeg'), chandra[1:])
    same('all at once', names(pos=cone, band=(1e-9, 2e-9), time=(Time(56363, format='mjd'), Time(56364, format='mjd')), facility='Chandra', calib_level=3,
                              res_format='image/fits'), chandra[:1])
    same('nothing', names(pos=cone, target_name='M 31'), [])

    record = search(publisher_did=did)[0]
    same('obs_id', text(record.obs_id), '15158')
    same('s_ra', (record.s_ra, record.s_dec), (181.29 * u.deg, 39.347 * u.deg))
    same('t_min', record.t_min.mjd, 56363.8531481481)
    same('em_max', record.em_max, 1.24e-08 * u.m)
    same('access_format', text(record.access_format), 'image/fits')
    same('access_estsize', record.access_estsize, 32447 * u.kilobyte)
    holds('the image', record.getdataurl().startswith('https://heasarc.gsfc.nasa.gov/FTP/chandra/data/byobsid/8/15158/'))
    links = record.getdatalink()
    same('its links', {text(link['ID']) for link in links}, {did})
    holds('the image among them', record.getdataurl() in [text(link['access_url']) for link in links if text(link['semantics']) == '#this'])
    many = list(search(collection='CHANDRA ACIS-I').iter_datalinks())
    same('links of all', len(many), 2)

    query = f'{base}/vo/sia2/query'
    same('the columns', len(requests.get(query, params={'MAXREC': 0, 'RESPONSEFORMAT': 'csv'}).text.split(',')) >= 31, True)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter('always')
        same('MAXREC', len(search(maxrec=5)), 5)
    same('pyvo has nothing to say of it', [str(each.message) for each in said if 'verflow' in str(each.message)], [])
    parts, address = [], f'{query}?COLLECTION=TESS&MAXREC=300&RESPONSEFORMAT=json'
    while address:
        answer = requests.get(address)
        parts += [row['obs_id'] for row in answer.json()['data']]
        address = answer.links.get('next', {}).get('url')
    same('in parts', sorted(parts), sorted(tess))
    holds('each once', len(parts) == len(set(parts)))

    error = raises('a bad value', pyvo.dal.DALQueryError, lambda: search(calib_level=3, POS='RANGE 1 2 3'))
    holds(f'{error} says what is wrong', 'RANGE needs 4 numbers, got 3' in str(error))


run(sia2)
