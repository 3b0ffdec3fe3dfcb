/**
 * A schematic map: districts and counties of the city by hand, in the place and about the size they have to
 * each other, no surveyed boundary; whatever else a board lists (zones, the city's own bodies, townships) as
 * tiles beside each other.
 */
type Point = [number, number];

/** Counties by code, in a field of 100 × 100; the districts inside 千山 come after it, and lie over it. */
const OUTLINES: Readonly<Record<string, Point[]>> = {
  '210321': [
    [4, 96],
    [34, 98],
    [43, 83],
    [30, 73],
    [12, 75],
  ],
  '210381': [
    [12, 74],
    [30, 72],
    [42, 69],
    [51, 61],
    [61, 50],
    [54, 40],
    [34, 42],
    [18, 53],
  ],
  '210323': [
    [62, 49],
    [80, 65],
    [92, 52],
    [90, 26],
    [72, 12],
    [58, 22],
    [55, 39],
  ],
  '210311': [
    [31, 73],
    [44, 83],
    [60, 90],
    [78, 82],
    [81, 67],
    [62, 51],
    [52, 62],
    [43, 70],
  ],
  '210303': [
    [46, 70],
    [57, 68],
    [57, 80],
    [47, 80],
  ],
  '210302': [
    [58, 62],
    [71, 63],
    [71, 73],
    [58, 73],
  ],
  '210304': [
    [58, 74],
    [71, 74],
    [70, 85],
    [58, 84],
  ],
};

/** Counties that a board has nothing of are named on the map all the same. */
export const COUNTY_NAMES: Readonly<Record<string, string>> = {
  '210321': '台安县',
  '210381': '海城市',
  '210323': '岫岩县',
  '210311': '千山区',
  '210303': '铁西区',
  '210302': '铁东区',
  '210304': '立山区',
};

const TILE = 11;
const GAP = 1.5;
const PER_ROW = 8;

const tile = (index: number, top: number): Point[] => {
  const left = (index % PER_ROW) * (TILE + GAP);
  const above = top - Math.floor(index / PER_ROW) * (TILE * 0.6 + GAP);
  const below = above - TILE * 0.6;
  return [
    [left, above],
    [left + TILE, above],
    [left + TILE, below],
    [left, below],
  ];
};

interface Place {
  key: string;
  name: string;
}

/** Shapes as GeoJSON, each called by its key. */
export function shapesOf(places: readonly Place[]) {
  // One county is shown among all of them, or it would be no map.
  const drawn = places.some(({ key }) => OUTLINES[key]) ? Object.keys(OUTLINES) : [];
  const tiled = places.filter(({ key }) => !OUTLINES[key]);
  const top = drawn.length > 0 ? 6 : 98;
  const shapes: [string, Point[]][] = [
    ...drawn.map((key): [string, Point[]] => [key, OUTLINES[key]!]),
    ...tiled.map(({ key }, index): [string, Point[]] => [key, tile(index, top)]),
  ];
  return {
    type: 'FeatureCollection' as const,
    features: shapes.map(([name, points]) => ({
      type: 'Feature' as const,
      properties: { name },
      geometry: { type: 'Polygon' as const, coordinates: [[...points, points[0]!]] },
    })),
  };
}
