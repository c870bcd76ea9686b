"""TESS images around both poles, across RA 0 and elsewhere: the server must find those that plain vectors say.

Works from the bundled table alone and shares nothing with the server: an image is a quadrilateral of great circles, a
region is what SIA 1.0 makes of POS and SIZE here, |d dec| <= h/2 and |d ra| <= w/(2 cos dec), with all right
ascensions where it reaches a pole or w/cos dec is a whole turn. Their boundaries cross, or one holds a point of the other.
"""
import csv
import random

import numpy as np
import pyvo

from walk import holds, run, same


def vector(ra, dec):
    ra, dec = np.radians(ra), np.radians(dec)
    return np.stack([np.cos(dec) * np.cos(ra), np.cos(dec) * np.sin(ra), np.sin(dec)], axis=-1)


def degrees(points):
    return np.degrees(np.arctan2(points[..., 1], points[..., 0])), np.degrees(np.arcsin(np.clip(points[..., 2], -1, 1)))


def dot(a, b):
    return np.sum(a * b, axis=-1)


POLES = vector(0, 90), vector(0, -90)


class Images:
    """All images at once: convex quadrilaterals, whichever way round their corners are written. Arrays [image, corner]."""

    def __init__(self, regions):
        numbers = np.array([region.split()[2:] for region in regions], dtype=float)
        self.corners = vector(numbers[:, 0::2], numbers[:, 1::2])
        self.ends = np.roll(self.corners, -1, axis=1)
        normals = np.cross(self.corners, self.ends)
        self.normals = normals / np.linalg.norm(normals, axis=-1, keepdims=True)
        middle = self.corners.sum(axis=1, keepdims=True)
        self.inward = self.normals * np.sign(dot(self.normals, middle))[..., np.newaxis]
        self.ahead = np.cross(self.normals, self.corners)
        self.lengths = np.arctan2(dot(self.ends, self.ahead), dot(self.ends, self.corners))
        if (np.einsum('iek,ick->iec', self.inward, self.corners) < -1e-12).any():
            raise ValueError('an image is not convex')

    def hold(self, point):
        return (dot(self.inward, point) >= 0).all(axis=1)

    def edges_reach(self, points):
        """Of points on the great circles of the edges: which lie on the edges."""
        along = np.arctan2(dot(points, self.ahead), dot(points, self.corners))
        return (along >= 0) & (along <= self.lengths)


class Region:
    def __init__(self, ra, dec, width, height):
        self.centre = vector(ra, dec)
        self.ra = ra
        self.south, self.north = max(-90, dec - height / 2), min(90, dec + height / 2)
        cosine = np.cos(np.radians(dec))
        whole_turn = self.south == -90 or self.north == 90 or width >= 360 * cosine
        self.half = 180 if whole_turn else width / 2 / cosine

    def holds(self, points):
        ra, dec = degrees(points)
        return self.holds_ra(ra) & (self.south <= dec) & (dec <= self.north)

    def holds_ra(self, ra):
        return np.abs((ra - self.ra + 180) % 360 - 180) <= self.half

    def corners(self):
        return [vector(self.ra + side * self.half, dec) for side in (-1, 1) for dec in (self.south, self.north)]

    def crosses(self, images):
        """Which images have an edge that meets a side of this region."""
        met = np.zeros(images.lengths.shape, dtype=bool)
        for dec in (self.south, self.north):
            if abs(dec) < 90:
                for points in parallel_meets(images, np.sin(np.radians(dec))):
                    met |= images.edges_reach(points) & self.holds_ra(degrees(points)[0])
        if self.half < 180:
            for meridian in vector(self.ra - self.half, 0), vector(self.ra + self.half, 0):
                for points in meridian_meets(images, meridian):
                    dec = degrees(points)[1]
                    met |= images.edges_reach(points) & (self.south <= dec) & (dec <= self.north) & (
                        dot(points, meridian) > 0)
        return met.any(axis=1)


def parallel_meets(images, height):
    """The two points of each edge's great circle that are so high; not a number where it has none."""
    reach = np.hypot(images.corners[..., 2], images.ahead[..., 2])
    top = np.arctan2(images.ahead[..., 2], images.corners[..., 2])
    with np.errstate(invalid='ignore'):
        swing = np.arccos(height / reach)
    for along in (top - swing)[..., np.newaxis], (top + swing)[..., np.newaxis]:
        yield np.cos(along) * images.corners + np.sin(along) * images.ahead


def meridian_meets(images, meridian):
    """The two points of each edge's great circle that lie on the meridian or on the one opposite."""
    points = np.cross(images.normals, np.cross(meridian, POLES[0]))
    points /= np.linalg.norm(points, axis=-1, keepdims=True)
    return points, -points


def found_by(images, region):
    """For each INTERSECT: which images it finds."""
    crosses = region.crosses(images)
    corners_in_region = region.holds(images.corners)
    region_in_image = np.array([images.hold(corner) for corner in region.corners()])
    outside = [pole for pole in POLES if not region.holds(pole)]
    around_a_hole = np.array([images.hold(pole) for pole in outside]).any(axis=0)
    return {
        'OVERLAPS': crosses | corners_in_region.any(axis=1) | region_in_image.any(axis=0),
        'COVERS': region_in_image.all(axis=0) & ~crosses & ~corners_in_region.any(axis=1),
        'ENCLOSED': corners_in_region.all(axis=1) & ~crosses & ~around_a_hole,
        'CENTER': images.hold(region.centre),
    }


def cones():
    for size in 0, 0.1, 3, 17, 40:
        yield 'the north pole', (0, 90), (size, size)
        yield 'the south pole', (77, -90), (size, size)
    for dec in 88.7, 76, 40, 0.3, -12, -55, -81.5, -89.2:
        for ra in 0, 0.02, 359.97:
            yield 'RA 0', (ra, dec), (0.5, 0.5)
            yield 'RA 0, wide', (ra, dec), (9, 2.5)
    yield 'a region that reaches the pole', (200, 85), (1, 10.5)
    yield 'a region all around the sky', (10, 70), (124, 3)
    yield 'the whole sky', (0, 0), (360, 180)
    chance = random.Random(4151)
    for _ in range(40):
        dec = np.degrees(np.arcsin(chance.uniform(-1, 1)))
        yield 'anywhere', (round(chance.uniform(0, 360), 4), round(dec, 4)), (
            round(chance.uniform(0, 30), 3), round(chance.uniform(0, 20), 3))


def tess(base, table):
    with open(table, newline='') as lines:
        rows = list(csv.DictReader(lines))
    same('images in the table', len(rows), 1088)
    images = Images([row['s_region'] for row in rows])
    names = np.array([row['obs_id'] for row in rows])
    service = pyvo.dal.sia.SIAService(f'{base}/vo/sia?table=tess')
    found = 0
    for what, pos, size in cones():
        for intersect, finds in found_by(images, Region(*pos, *size)).items():
            got = [row['obs_id'] for row in service.search(pos=pos, size=size, intersect=intersect)]
            found += len(got)
            where = f'{what}: POS={pos} SIZE={size} {intersect}'
            wanted = set(names[finds])
            same(f'{where}: missing', sorted(wanted - set(got)), [])
            same(f'{where}: too many', sorted(set(got) - wanted), [])
            same(f'{where}: twice', len(got) - len(set(got)), 0)
    holds(f'only {found} images were found in all', found > 2000)


run(tess)
