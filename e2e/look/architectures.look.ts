import { blueprints, exercises } from '#blueprints';
import { series } from './series.ts';

const exactly = (title: string) => new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

series('architecture', {
  from: 'anew',
  states: Object.fromEntries(
    blueprints.map(({ id, title }) => [id, (stage) => stage.openArchitecture(exactly(title))]),
  ),
});

series('architecture-adapt', {
  from: 'anew',
  states: Object.fromEntries(
    blueprints.map(({ id, title }) => [
      id,
      async (stage) => {
        await stage.start.card(exactly(title)).click();
        await stage.start.adaptation.waitFor();
        await stage.park();
      },
    ]),
  ),
});

series('exercise', {
  from: 'anew',
  states: Object.fromEntries(
    exercises.map(({ id, title }) => [id, (stage) => stage.openExercise(exactly(title))]),
  ),
});
