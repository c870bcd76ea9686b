"""Mistakes of an astronomer: each comes back as pyvo's own error with the server's text, which names what was wrong."""
import pyvo

from walk import DATASET, NGC_4151, datalink_resource, holds, links, raises, run

SOURCES = ['main-server', 'aws:us-east1', 'aws:us-east2', 'gc']


def mistakes(base):
    sia = f'{base}/vo/sia'
    told('a declination of 95 degrees', lambda: search(sia, table='chanmaster', POS='182,95', SIZE='1'), 'POS', '95')
    told('a position in words', lambda: search(sia, table='chanmaster', POS='NGC 4151', SIZE='1'), 'POS', 'NGC 4151')
    told('a negative size', lambda: search(sia, table='chanmaster', POS='182,39', SIZE='-1'), 'SIZE', '-1')
    told('an unknown way to intersect',
         lambda: search(sia, table='chanmaster', POS='182,39', SIZE='1', INTERSECT='NEAR'),
         'INTERSECT', 'NEAR', 'COVERS', 'ENCLOSED', 'CENTER', 'OVERLAPS')
    told('an unknown table', lambda: search(sia, table='rosat', POS='182,39', SIZE='1'),
         'rosat', 'chanmaster', 'tess')

    result = pyvo.dal.sia.search(f'{sia}?table=chanmaster', pos=NGC_4151)
    resource = datalink_resource(result)
    told('an unknown source', lambda: links(result[0], resource, result._session, source='azure:west'),
         'UsageFault', 'azure:west', *SOURCES)
    query = pyvo.dal.adhoc.DatalinkQuery(f'{base}/vo/datalink/chanmaster', id=DATASET, responseformat='docx')
    told('an unknown format', query.execute, 'UsageFault', 'RESPONSEFORMAT', 'docx')


def search(address, **parameters):
    query = pyvo.dal.sia.SIAQuery(address)
    query.update(parameters)
    return query.execute()


def told(what, call, *words):
    error = raises(what, pyvo.dal.DALQueryError, call)
    for word in words:
        holds(f'{what}: {word!r} does not stand in {str(error)!r}', word in str(error))
    for word in 'Exception', 'org.', '\n\tat ':
        holds(f'{what}: {word!r} stands in {str(error)!r}', word not in str(error))


run(mistakes)
