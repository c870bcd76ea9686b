"""FORMAT=METADATA as pyvo asks for it: no position, every parameter with what it may be, every column, no row."""
import pyvo

from walk import holds, run, same

PARAMETERS = ['INPUT:POS', 'INPUT:SIZE', 'INPUT:INTERSECT', 'INPUT:FORMAT', 'INPUT:VERB', 'INPUT:MAXREC']
UCDS = ['VOX:Image_Title', 'POS_EQ_RA_MAIN', 'POS_EQ_DEC_MAIN', 'VOX:Image_Naxes', 'VOX:Image_Naxis',
        'VOX:Image_Scale', 'VOX:Image_Format', 'VOX:Image_AccessReference']


def metadata(base):
    for table, formats, columns in (
            ('chanmaster', {'image/fits', 'image/jpeg'}, {'obsid', 's_region', 'SIA_scale', 'cloud_access'}),
            ('tess', {'application/fits'}, {'obs_id', 'sector', 'camera', 'ccd', 's_region', 'cloud_access'})):
        service = pyvo.dal.sia.SIAService(f'{base}/vo/sia?table={table}')
        the_parameters(table, {param.name: param for param in service.params}, formats)
        names = [column.name for column in service.columns]
        holds(f'{table}: no columns {columns - set(names)}', columns <= set(names))
        ucds = [column.ucd for column in service.columns]
        for ucd in UCDS:
            same(f'{table}: columns with UCD {ucd}', ucds.count(ucd), 1)
        same(f'{table}: rows', len(service.create_query(format='metadata').execute()), 0)


def the_parameters(table, params, formats):
    for name in PARAMETERS:
        holds(f'{table}: no parameter {name}', name in params)
    if any(name not in params for name in PARAMETERS):
        return
    same(f'{table}: ways to intersect', options(params['INPUT:INTERSECT']),
         {'COVERS', 'ENCLOSED', 'CENTER', 'OVERLAPS'})
    same(f'{table}: how it intersects by default', params['INPUT:INTERSECT'].value, 'OVERLAPS')
    wanted = formats | {'ALL', 'GRAPHIC', 'METADATA'}
    holds(f'{table}: formats {wanted - options(params["INPUT:FORMAT"])} are not offered',
          wanted <= options(params['INPUT:FORMAT']))
    verbosity = params['INPUT:VERB']
    same(f'{table}: verbosity from, to, default', (int(verbosity.values.min), int(verbosity.values.max),
                                                  int(verbosity.value)), (0, 3, 2))
    holds(f'{table}: MAXREC has no greatest value', params['INPUT:MAXREC'].values.max is not None)


def options(param):
    return {value for _, value in param.values.options}


run(metadata)
