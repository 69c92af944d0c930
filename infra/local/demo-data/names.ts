import type { World } from './world.ts';

const PLANTS = [
  'Ash Aspen Bay Beech Birch Bracken Bramble Briar Broom Bryony Campion Cedar Cherry Chervil Clover Columbine',
  'Comfrey Cornflower Cowslip Cypress Damson Elder Elm Fern Fir Foxglove Gorse Hazel Heather Holly Honeysuckle',
  'Hornbeam Ivy Jasmine Larch Laurel Lavender Lilac Lime Linden Lupin Mallow Maple Marigold Medlar Mulberry Myrtle',
  'Oak Olive Osier Pear Pine Plane Poplar Primrose Quince Rosemary Rosehip Sage Sorrel Spruce Sycamore Tansy',
  'Teasel Thyme Violet Walnut Yarrow Yew',
].flatMap((line) => line.split(' '));

const BIRDS = [
  'Avocet Bittern Blackcap Brambling Bunting Chaffinch Chough Crane Curlew Dipper Dotterel Dunlin Dunnock Egret',
  'Fieldfare Firecrest Fulmar Gannet Godwit Goldcrest Goldfinch Goosander Grebe Greenfinch Hobby Hoopoe Jackdaw',
  'Kingfisher Kittiwake Knot Lapwing Linnet Magpie Martin Merlin Nightjar Nuthatch Oriole Osprey Partridge Petrel',
  'Pipit Plover Redpoll Redshank Redstart Redwing Robin Rook Ruff Sanderling Shelduck Shrike Siskin Skylark Snipe',
  'Sparrow Starling Stonechat Swallow Swift Teal Tern Thrush Treecreeper Turnstone Twite Wagtail Waxwing Wheatear',
  'Whimbrel Whinchat Wigeon Woodcock Wren Wryneck',
].flatMap((line) => line.split(' '));

/** A person's name, plainly made up: a plant and a bird, such as Hazel Wren. Each number up to 5,000 gives another. */
export function personName(number: number): string {
  return `${PLANTS[number % PLANTS.length]} ${BIRDS[Math.floor(number / PLANTS.length) % BIRDS.length]}`;
}

/** A home's name and the reference made of it. */
export interface HomeName {
  readonly name: string;
  readonly reference: string;
}

function named(name: string): HomeName {
  return { name, reference: name.toLowerCase().replaceAll(' ', '-') };
}

/** Names of shared houses, each once, then with another ending. None is on a map: they are plainly made up. */
export function* houseNames(world: World): Generator<HomeName, never> {
  for (let round = 1; ; round++) {
    for (const ending of ['House', 'Lodge', 'Villa', 'Cottage', 'Hall'])
      for (const plant of world.choices.shuffled(PLANTS))
        yield named(round === 1 ? `${plant} ${ending}` : `${plant} ${ending} ${round}`);
  }
}

/** A flat's name and where its court stands. */
export interface FlatName {
  readonly home: HomeName;
  readonly outcode: string;
}

/** Endings of courts of tenancies, several flats each, and of those with Step Out flats, which are kept apart. */
const COURTS = {
  estate: { endings: ['Court', 'Buildings', 'Gardens'], flats: [2, 6] },
  apart: { endings: ['Place', 'Row', 'Terrace'], flats: [1, 2] },
} as const;

/** Names of flats, each once: those of one court, which stands in one of the outcodes, then those of the next. */
export function* flatNames(
  world: World,
  kind: keyof typeof COURTS,
  outcodes: readonly string[],
): Generator<FlatName, never> {
  const { between, pick, shuffled } = world.choices;
  const { endings, flats } = COURTS[kind];
  for (let round = 1; ; round++) {
    for (const ending of endings)
      for (const bird of shuffled(BIRDS)) {
        const court = round === 1 ? `${bird} ${ending}` : `${bird} ${ending} ${round}`;
        const outcode = pick(outcodes);
        const last = between(flats[0], flats[1]);
        for (let door = 1; door <= last; door++) yield { home: named(`${court} ${door}`), outcode };
      }
  }
}
