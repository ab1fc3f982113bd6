import fc from 'fast-check';

/** The same cases in every run, so that a red build means a change; `SEED=… npx vitest run` looks at others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261123) });
