"""What the walks share: comparing without stopping at the first difference, and telling all of them at the end."""
import sys
import traceback
import warnings

import pyvo

# The session is positional in the notebook's pyvo and must be named in today's.
SESSION_IS_NAMED = tuple(int(part) for part in pyvo.__version__.split('.')[:2]) >= (1, 5)

NGC_4151 = (182.6357, 39.4058)
DATASET = '18244:chandra.obs.img'
FOLDER = 'FTP/chandra/data/byobsid/8/15158/primary/'
FILES = [FOLDER + name for name in (
    'acisf15158N003_cntr_img2.fits.gz', 'acisf15158N003_full_img2.fits.gz',
    'acisf15158N003_cntr_img2.jpg', 'acisf15158N003_full_img2.jpg')]

_differences = []


def same(what, got, wanted):
    if got != wanted:
        _differences.append(f'{what}:\n    got    {got!r}\n    wanted {wanted!r}')


def holds(what, condition):
    if not condition:
        _differences.append(what)


def raises(what, error, call):
    """The error that the call must raise; an empty one, noted as a difference, where it does not."""
    try:
        call()
    except error as e:
        return e
    _differences.append(f'{what}: no {error.__name__}')
    return error('')


def text(value):
    """A cell as text; what is masked or empty is the empty text."""
    if value is None or getattr(value, 'mask', False) is True or str(value) == '--':
        return ''
    return str(value)


def datalink_resource(result):
    return result.get_adhocservice_by_ivoid(pyvo.dal.adhoc.DATALINK_IVOID)


def links(row, resource, session, **parameters):
    """The notebook's call, as this pyvo wants it."""
    query = pyvo.dal.adhoc.DatalinkQuery
    if SESSION_IS_NAMED:
        return query.from_resource(row, resource, session=session, **parameters).execute()
    return query.from_resource(row, resource, session, **parameters).execute()


def run(story):
    """Runs a walk with the command line's arguments: the server's address, and what else it wants."""
    warnings.simplefilter('ignore')
    try:
        story(*sys.argv[1:])
    except Exception:
        _differences.append(traceback.format_exc())
    for difference in _differences:
        print(difference)
    sys.exit(1 if _differences else 0)
