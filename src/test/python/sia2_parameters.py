"""Every parameter of SIA 2.0 in every shape that pyvo's own tests have, over three images of which all is known, or nothing."""
from astropy import units as u
from astropy.coordinates import SkyCoord
from astropy.time import Time
import pyvo

from walk import run, same, text

Query = getattr(pyvo.dal.sia2, 'SIA2Query', None) or pyvo.dal.sia2.SIAQuery
INF = float('inf')
CIRCLE = (2 * u.deg, 4 * u.deg, 0.0166 * u.deg)
RANGE = (12, 14, 34, 36)
POLYGON = (12.0 * u.deg, 34.0 * u.deg, 14.0 * u.deg, 35.0 * u.deg, 14.0 * u.deg, 36.0 * u.deg, 12.0 * u.deg, 35.0 * u.deg)


def sia2_parameters(base):
    def found(**parameters):
        return ''.join(sorted(text(row['obs_id']) for row in Query(f'{base}/vo/sia2/query', **parameters).execute()))

    for what, parameters, wanted in (
            ('everything', {}, 'abc'),
            ('a circle', {'pos': CIRCLE}, 'a'),
            ('a circle without units', {'pos': (2, 4, 0.0166 * u.deg)}, 'a'),
            ('a circle around a SkyCoord', {'pos': (SkyCoord(2, 4, unit='deg'), 0.0166 * u.deg)}, 'a'),
            ('a circle in other units', {'pos': (2 * u.deg, 4 * u.deg, 1 * u.arcmin)}, 'a'),
            ('a circle of nothing', {'pos': (90, -60, 1)}, ''),
            ('a range', {'pos': RANGE}, 'b'),
            ('a range with units', {'pos': tuple(each * u.deg for each in RANGE)}, 'b'),
            ('a range without ends', {'pos': (0, 360, 30, 90)}, 'b'),
            ('a polygon', {'pos': POLYGON}, 'b'),
            ('a polygon of three', {'pos': (12, 34, 14, 34, 13, 36)}, 'b'),
            ('several places', {'pos': [CIRCLE, RANGE, POLYGON]}, 'ab'),
            ('a band', {'band': (4e-7, 5e-7)}, 'a'),
            ('a band of one', {'band': 4.5e-7}, 'a'),
            ('a band with units', {'band': (400 * u.nm, 0.5 * u.um)}, 'a'),
            ('a frequency', {'band': (90 * u.GHz, 110 * u.GHz)}, 'b'),
            ('several bands', {'band': [(4e-7, 5e-7), (2e-3, 4e-3)]}, 'ab'),
            ('an open band', {'band': (1e-3, INF)}, 'b'),
            ('any band', {'band': (-INF, INF)}, 'ab'),
            ('a time', {'time': Time('2020-01-01T12:00:00')}, 'a'),
            ('a time as text', {'time': ('2020-01-01', '2020-01-02')}, 'a'),
            ('several times', {'time': [(Time('2020-01-01'), Time('2020-01-02')), Time(59000, format='mjd')]}, 'ab'),
            ('no time', {'time': (Time(50000, format='mjd'), Time(50001, format='mjd'))}, ''),
            ('polarization', {'pol': 'YY'}, 'a'),
            ('several', {'pol': ['YY', 'U']}, 'ab'),
            ('none of POLI', {'pol': 'POLI'}, ''),
            ('a field', {'field_of_view': (10, 20)}, 'a'),
            ('a field with units', {'field_of_view': (600 * u.arcmin, 20 * u.deg)}, 'a'),
            ('fields', {'field_of_view': [(10, 20), (1 * u.rad, 60)]}, 'ab'),
            ('a resolution', {'spatial_resolution': (1 * u.arcsec, 2)}, 'a'),
            ('a resolution in degrees', {'spatial_resolution': (0.001 * u.deg, 0.002 * u.deg)}, 'b'),
            ('resolving powers', {'spectral_resolving_power': (3, 5)}, 'a'),
            ('high resolving powers', {'spectral_resolving_power': (1000, INF)}, 'b'),
            ('exposures', {'exptime': (25 * u.s, 50)}, 'a'),
            ('exposures in minutes', {'exptime': (1 * u.min, 2 * u.min)}, 'b'),
            ('resolutions in time', {'timeres': (1 * u.s, 3)}, 'a'),
            ('any resolution in time', {'timeres': (-INF, INF)}, 'ab'),
            ('an identifier', {'publisher_did': 'ivo://org.example/all?a'}, 'a'),
            ('identifiers', {'publisher_did': ['IVO://ORG.EXAMPLE/ALL?A', 'ivo://org.example/all?c']}, 'ac'),
            ('a facility', {'facility': 'TEL1'}, 'a'),
            ('facilities', {'facility': ['TEL1', 'TEL2']}, 'ab'),
            ('not in other letters', {'facility': 'tel1'}, ''),
            ('a collection', {'collection': 'ABC'}, 'a'),
            ('collections', {'collection': ['ABC', 'EFG']}, 'ab'),
            ('an instrument', {'instrument': 'INST1'}, 'a'),
            ('a kind', {'data_type': 'cube'}, 'b'),
            ('kinds', {'data_type': ['image', 'cube']}, 'ab'),
            ('a level', {'calib_level': [0]}, 'a'),
            ('levels', {'calib_level': [0, 1]}, 'ab'),
            ('a target', {'target_name': "Barnard's star"}, 'a'),
            ('a format', {'res_format': 'image/fits'}, 'ac'),
            ('formats', {'res_format': ['image/fits', 'image/jpeg']}, 'abc'),
            ('all at once', {'pos': [CIRCLE, RANGE], 'band': (1e-7, 1), 'pol': ['YY', 'Q'], 'calib_level': [0, 1],
                             'res_format': 'image/jpeg'}, 'b'),
            ('what contradicts itself', {'facility': 'TEL1', 'instrument': 'INST2'}, ''),
            ('a parameter of nobody', {'custom_param': [('-Inf', 0), (2, '+Inf')]}, 'abc')):
        same(what, found(**parameters), wanted)
    same('at the most', len(found(maxrec=2)), 2)


run(sia2_parameters)
