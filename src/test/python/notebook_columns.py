"""The 48 columns of the notebook's two rows, by name, type, unit and value, with what the notebook had wrong set right."""
import json

import pyvo

from walk import DATASET, FILES, NGC_4151, holds, run, same, text

ADDRESS = 'https://heasarc.gsfc.nasa.gov/'
OF_EACH_ITS_OWN = object()

# Name, type, unit and value in both rows; a pair where the FITS image and the JPEG differ.
COLUMNS = [
    ('obsid', 'object', '', '15158'),
    ('status', 'object', '', 'archived'),
    ('name', 'object', '', 'RBS1066'),
    ('ra', 'float64', 'deg', 181.29),
    ('dec', 'float64', 'deg', 39.347),
    ('time', 'float64', 'mjd', 56363.8531),
    ('detector', 'object', '', 'ACIS-I'),
    ('grating', 'object', '', 'NONE'),
    ('exposure', 'float64', 's', 8080.0),
    ('type', 'object', '', 'GO'),
    ('pi', 'object', '', 'Reiprich'),
    ('public_date', 'int32', 'mjd', 56729),
    ('datalink', 'object', '', DATASET),
    ('t_min', 'float64', 'd', 56363.8531481481),
    ('t_resolution', 'float64', 's', None),
    ('t_max', 'float64', 'd', 56363.9466666667),
    ('t_exptime', 'float64', 's', 8080.0),
    ('em_res_power', 'float64', '', None),
    ('s_region', 'object', 'deg', None),
    ('s_ra', 'float64', 'deg', 181.29),
    ('s_dec', 'float64', 'deg', 39.347),
    ('s_resolution', 'float32', 'arcsec', None),
    ('access_estsize', 'int32', 'kbyte', (32447, 228059)),
    ('s_fov', 'float64', 'deg', None),
    ('o_ucd', 'object', '', None),
    ('access_url', 'object', '', (ADDRESS + FILES[0], ADDRESS + FILES[2])),
    ('obs_publisher_did', 'object', '', OF_EACH_ITS_OWN),
    ('obs_id', 'object', '', '15158'),
    ('obs_collection', 'object', '', 'CHANDRA ACIS-I'),
    ('target_name', 'object', '', 'RBS1066'),
    ('instrument_name', 'object', '', 'ACIS-I'),
    ('facility_name', 'object', '', 'Chandra'),
    ('pol_states', 'object', '', None),
    ('calib_level', 'int32', '', 3),
    ('access_format', 'object', '', ('image/fits', 'image/jpeg')),
    ('dataproduct_type', 'object', '', 'image'),
    ('em_min', 'float64', 'm', 1.24e-10),
    ('em_max', 'float64', 'm', 1.24e-08),
    ('SIA_title', 'object', '', ('acisf15158N003_cntr_img2.fits', 'acisf15158N003_cntr_img2.jpg')),
    ('SIA_scale', 'object', '', [-0.0013666666666667, 0.0013666666666667]),
    ('SIA_naxis', 'object', '', [1024, 1024]),
    ('SIA_naxes', 'int32', '', 2),
    ('SIA_format', 'object', '', ('image/fits', 'image/jpeg')),
    ('SIA_reference', 'object', '', (ADDRESS + FILES[0], ADDRESS + FILES[2])),
    ('SIA_ra', 'float64', '', 181.29),
    ('SIA_dec', 'float64', '', 39.347),
    ('SIA_instrument', 'object', '', 'CHANDRA ACIS-I'),
    ('cloud_access', 'object', '', (FILES[0], FILES[2])),
]


def columns(base):
    result = pyvo.dal.sia.search(f'{base}/vo/sia?table=chanmaster', pos=NGC_4151, resultmax=2)
    table = result.to_table()
    same('rows', len(table), 2)
    same('column names, in order', table.colnames, [column[0] for column in COLUMNS])
    for name, dtype, unit, value in COLUMNS:
        if name not in table.colnames:
            continue
        column = table[name]
        same(f'type of {name}', str(column.dtype), dtype)
        same(f'unit of {name}', str(column.unit or ''), unit)
        of_the_two = value if isinstance(value, tuple) else (value, value)
        for row, wanted in enumerate(of_the_two):
            the_value(f'{name} of row {row}', column[row], wanted)
    identifiers = [str(value) for value in table['obs_publisher_did']]
    same('different obs_publisher_did', len(set(identifiers)), 2)


def the_value(what, got, wanted):
    if wanted is OF_EACH_ITS_OWN:
        holds(f'{what} is no IVOA identifier: {got!r}', text(got).startswith('ivo://'))
    elif what.startswith('cloud_access'):
        same(what, json.loads(got), {'aws': {
            'bucket_name': 'dh-fornaxdev', 'region': 'us-east-1', 'access': 'region', 'key': wanted}})
    elif wanted is None:
        same(what, text(got), '')
    elif isinstance(wanted, list):
        same(what, list(got), wanted)
    elif isinstance(wanted, str):
        same(what, text(got), wanted)
    else:
        same(what, float(got), float(wanted))


run(columns)
