"""A cut-out service elsewhere, found in the links of images and called: it answers with the parameters that it was sent."""
from urllib.parse import parse_qs

import numpy as np
import pyvo

from walk import run, same, text

FIRST, SECOND = 'tess2018221072942-s0001-1-1', 'tess2018221072942-s0001-1-2'


def services(base, cutout):
    address = f'{base}/vo/datalink/tess'
    one = pyvo.dal.adhoc.DatalinkQuery(address, id=FIRST).execute()
    described(one, cutout)
    row = one.get_first_proc()
    same('called by the row', sent(row.process(circle=(310.5, -40, 0.25), band=(6.5e-7, 7e-7))),
         {'ID': [did(FIRST)], 'CIRCLE': ['310.5 -40 0.25'], 'BAND': ['6.5e-07 7e-07'], 'keep': ['1']})
    same('called as SODA', sent(row.processed(circle=(310.5, -40, 0.25)))['ID'], [did(FIRST)])
    many = pyvo.dal.adhoc.DatalinkQuery(address, id=[FIRST, SECOND]).execute(post=True)
    for row, dataset in zip(many.iter_procs(), [FIRST, SECOND]):
        same(f'{dataset}: by the row', sent(row.process())['ID'], [did(dataset)])
        same(f'{dataset}: as SODA', sent(row.processed(circle=(310.5, -40, 0.25)))['ID'], [did(dataset)])


def described(links, cutout):
    rows = list(links.iter_procs())
    same('rows with a service', [row.semantics for row in rows], ['#cutout'])
    same('one of three', [text(rows[0][name]) != '' for name in ('access_url', 'service_def', 'error_message')],
         [False, True, False])
    same('its address', rows[0].access_url, cutout)
    same('parameters', [param.name for param in rows[0].input_params], ['ID', 'POS', 'CIRCLE', 'POLYGON', 'BAND', 'TIME'])
    limits = {param.name: param.values for param in rows[0].input_params}
    # The astropy of pyvo 1.4's time makes two numbers of one.
    same('band', [float(np.ravel(limit)[0]) for limit in (limits['BAND'].min, limits['BAND'].max)], [6e-7, 1e-6])
    same('circle', [round(float(number)) for number in limits['CIRCLE'].max], [320, -41, 8])
    same('polygon', len(limits['POLYGON'].max), 8)


def did(dataset):
    return f'ivo://org.example/tess?{dataset}'


def sent(answer):
    """What the service was sent; numbers as they are written shortest."""
    parameters = parse_qs(answer.read().decode())
    return {name: [' '.join(number(word) for word in value.split(' ')) for value in values]
            for name, values in parameters.items()}


def number(word):
    try:
        return f'{float(word):.12g}'
    except ValueError:
        return word


run(services)
