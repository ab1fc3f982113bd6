import { designsOfEveryKind, fileOf } from './designs.ts';
import { series, type Way } from './series.ts';
import type { Stage } from './stage.ts';

/** Opens what is folded, and scrolls down. */
async function toTheEnd({ inspector }: Stage) {
  await inspector.button('Origin and tags').click();
  await inspector.panel.evaluate((panel) => {
    for (const part of [panel, ...panel.querySelectorAll('*')])
      if (part.scrollHeight > part.clientHeight) part.scrollTop = part.scrollHeight;
  });
}

for (const { design, byKind } of designsOfEveryKind())
  series('inspector', {
    from: 'on',
    open: (stage) => stage.openFiles(fileOf(design)),
    states: Object.fromEntries(
      byKind.flatMap(([kind, name]): [string, Way][] => [
        [kind, (stage) => stage.goTo(name)],
        [`${kind} end`, toTheEnd],
      ]),
    ),
  });
