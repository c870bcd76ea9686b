"""The options of pyvo's search, each with the number of the example's two images that it must find."""
import pyvo

from walk import NGC_4151, run, same

CENTRE = (181.29, 39.347)
NONE, FITS, JPEG, BOTH = [], ['image/fits'], ['image/jpeg'], ['image/fits', 'image/jpeg']

SEARCHES = [
    # The images are 1.4 degrees wide; NGC 4151 is 1.04 degrees east of their centre, 0.34 outside.
    ('pyvo\'s own size', NGC_4151, {}, BOTH),
    ('no overlap', NGC_4151, {'size': 0.5}, NONE),
    ('wide enough', NGC_4151, {'size': (1.0, 0.01)}, BOTH),
    ('high, but not wide', NGC_4151, {'size': (0.01, 1.0)}, NONE),
    ('a point inside', CENTRE, {'size': 0}, BOTH),
    ('a point outside', NGC_4151, {'size': 0}, NONE),
    ('the whole sky', (0, 0), {'size': (360, 180)}, BOTH),
    ('a right ascension below zero', (CENTRE[0] - 360, CENTRE[1]), {'size': 0.1}, BOTH),
    ('the image covers', CENTRE, {'size': 1.3, 'intersect': 'COVERS'}, BOTH),
    ('the image does not cover', CENTRE, {'size': 1.5, 'intersect': 'COVERS'}, NONE),
    ('the image is enclosed', CENTRE, {'size': 1.5, 'intersect': 'ENCLOSED'}, BOTH),
    ('the image is not enclosed', CENTRE, {'size': 1.3, 'intersect': 'ENCLOSED'}, NONE),
    ('the image holds the centre', CENTRE, {'intersect': 'CENTER'}, BOTH),
    ('the image does not hold the centre', NGC_4151, {'intersect': 'CENTER'}, NONE),
    ('in small letters', NGC_4151, {'intersect': 'overlaps'}, BOTH),
    ('all formats', CENTRE, {'format': 'all'}, BOTH),
    ('image/fits', CENTRE, {'format': 'image/fits'}, FITS),
    ('application/fits', CENTRE, {'format': 'application/fits'}, FITS),
    ('image/jpeg', CENTRE, {'format': 'image/jpeg'}, JPEG),
    ('several formats', CENTRE, {'format': 'image/jpeg,image/fits'}, BOTH),
    ('graphic', CENTRE, {'format': 'graphic'}, JPEG),
    ('graphic, in an order', CENTRE, {'format': 'graphic-png,jpeg'}, JPEG),
    ('a format that nothing has', CENTRE, {'format': 'image/x-unknown'}, NONE),
    ('one row at most', CENTRE, {'maxrec': 1}, FITS),
    ('one row at most, as the notebook says it', CENTRE, {'resultmax': 1}, FITS),
    ('the smaller of two', CENTRE, {'maxrec': 2, 'resultmax': 1}, FITS),
    ('more than there are', CENTRE, {'maxrec': 50}, BOTH),
]


def options(base):
    for what, pos, keywords, formats in SEARCHES:
        result = pyvo.dal.sia.search(f'{base}/vo/sia?table=chanmaster', pos=pos, **keywords)
        same(f'{what} ({keywords})', [row.format for row in result], formats)
    widths = []
    for verbosity in range(4):
        result = pyvo.dal.sia.search(f'{base}/vo/sia?table=chanmaster', pos=CENTRE, verbosity=verbosity)
        same(f'images with verbosity {verbosity}', len(result), 2)
        same(f'address with verbosity {verbosity}', result[0].acref.split(':')[0], 'https')
        same(f'links with verbosity {verbosity}', len(result[0].getdatalink()), 4)
        widths.append(len(result.fieldnames))
    same('more verbose answers have no fewer columns', widths, sorted(widths))
    same('columns with verbosity 2', widths[2], 48)


run(options)
