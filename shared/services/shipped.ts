// One line for each programme, in the order of their names: a programme is added or taken away by its file and its line.
export { default as individualPlacementAndSupport } from './individual-placement-and-support.json' with {
  type: 'json',
};
export { default as secondStep } from './second-step.json' with { type: 'json' };
export { default as stayingConnected } from './staying-connected.json' with { type: 'json' };
export { default as stepOut } from './step-out.json' with { type: 'json' };
export { default as stepTogetherSomerset } from './step-together-somerset.json' with { type: 'json' };
export { default as stepTogetherVenus } from './step-together-venus.json' with { type: 'json' };
