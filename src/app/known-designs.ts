import { blueprints } from '#blueprints';

/** Designs that a check can be tried on: every reference architecture, built when it is asked for. */
export const knownDesigns = blueprints.map((blueprint) => () => blueprint.build());
