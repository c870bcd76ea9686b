"""astroquery.ipac.irsa asks by SIA 2.0 with the address of ours in place of IRSA's, as astroquery lets its users set it."""
from astropy import units as u
from astropy.coordinates import SkyCoord
from astropy.time import Time
from astroquery.ipac.irsa import Irsa

from walk import run, same, text

CHANDRA = ['15158/acisf15158N003_cntr_img2.fits', '15158/acisf15158N003_cntr_img2.jpg']
# Around RBS 1066, 3 arc minutes.
TESS = ['tess2020063205921-s0022-2-3', 'tess2022070213852-s0049-2-3']


def astroquery_irsa(base):
    irsa = type(Irsa)()
    irsa.sia_url = f'{base}/vo/sia2'
    pos = SkyCoord(181.29, 39.347, unit='deg')
    cone = (pos, 3 * u.arcmin)

    def names(**parameters):
        return sorted(text(did).split('?')[-1] for did in irsa.query_sia(**parameters)['obs_publisher_did'])

    same('a cone', names(pos=cone), sorted(CHANDRA + TESS))
    same('a cone, one collection', names(pos=cone, collection='TESS'), TESS)
    same('one facility', names(pos=cone, facility='Chandra'), CHANDRA)
    same('an instrument and a format', names(instrument='ACIS-I', res_format='image/jpeg'), CHANDRA[1:])
    same('a band', names(pos=cone, band=(600 * u.nm, 700 * u.nm)), TESS)
    same('a time', names(pos=cone, time=(Time('2020-03-01'), Time('2020-03-31'))), TESS[:1])
    same('a kind and a level', names(pos=cone, data_type='image', calib_level=3), CHANDRA)
    same('at the most', len(irsa.query_sia(pos=cone, maxrec=2)), 2)
    same('nothing', len(irsa.query_sia(target_name='M 31')), 0)

    table = irsa.query_sia(pos=cone, collection='TESS')
    same('units', (str(table['s_ra'].unit), str(table['em_min'].unit), str(table['t_min'].unit)), ('deg', 'm', 'd'))

run(astroquery_irsa)
