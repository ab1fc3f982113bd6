import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { type Adaptation, adapt, adaptationOf, type Blueprint, blueprints } from '#blueprints';
import { openBlueprint } from '#commands';
import { Button, Icon, paint, styled, useCommandContext } from '#ui';
import { AdaptationForm } from './AdaptationForm.tsx';
import { BlueprintTakes } from './BlueprintTakes.tsx';
import { BlueprintWords } from './BlueprintWords.tsx';
import { DesignPicture } from './DesignPicture.tsx';
import { Dotted } from './dotted.ts';
import { useDrawn } from './use-drawn.ts';

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  margin: '0 0 12px',
  '& h2': {
    margin: 0,
    fontSize: 20,
    lineHeight: '26px',
    fontWeight: 650,
    letterSpacing: '-0.015em',
    outline: 'none',
  },
  '& .mark': { fontSize: 11.5, fontWeight: 600, color: paint('passed') },
});
const Section = styled('section')({ scrollMarginTop: 16 });
const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 300px',
  alignItems: 'start',
  gap: 24,
  '& .picture, & form': { borderRadius: 12, boxShadow: `0 0 0 1px ${paint('line')}` },
  '& form': { backgroundColor: paint('panel') },
  // As large as there is room, so that its words can be read, but the whole of it in sight.
  '& .picture > svg': { height: 'auto', maxHeight: 'max(560px, 100vh - 110px)', margin: '0 auto' },
  '@media (max-width: 1399px)': { gridTemplateColumns: 'minmax(0, 1fr) 280px', gap: 20 },
  '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface Choice {
  /** Chosen before, of another one. */
  readonly chosen: Adaptation | undefined;
  readonly onOpen: (id: string, chosen: Adaptation) => void;
  readonly onClose: () => void;
}

/** One architecture: its picture as adapted so far, what can be adapted, and what there is to say of it. */
export function BlueprintDetails({ id, ...choice }: Choice & { id: string }) {
  const blueprint = blueprints.find((one) => one.id === id);
  return blueprint ? <Details blueprint={blueprint} {...choice} /> : null;
}

function Details({ blueprint, chosen, onOpen, onClose }: Choice & { blueprint: Blueprint }) {
  const context = useCommandContext();
  const [adaptation, setAdaptation] = useState<Adaptation>(() => adaptationOf(blueprint, chosen ?? {}));
  const [last, setLast] = useState(() => {
    const made = adapt(blueprint, adaptation);
    return { adaptation, design: 'design' in made ? made.design : blueprint.build() };
  });
  const drawn = useDeferredValue(last);
  const picture = useDrawn(drawn.design);
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // From whichever card it was opened, however far down.
    section.current?.scrollIntoView({ block: 'start' });
  }, []);
  const adapted = adapt(blueprint, adaptation);
  const change = (changes: Partial<Adaptation>) => {
    const { cloud } = changes;
    const region = cloud === undefined ? {} : { region: adaptationOf(blueprint, { cloud }).region };
    const next = { ...adaptation, ...region, ...changes };
    const made = adapt(blueprint, next);
    setAdaptation(next);
    if ('design' in made) setLast({ adaptation: next, design: made.design });
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <Section ref={section} className="one-architecture" aria-label={blueprint.title} onKeyDown={leave}>
      <Head>
        <Button onClick={onClose}>
          <Icon icon="chevron-left" size={14} />
          All architectures
        </Button>
        <h2 ref={heading} tabIndex={-1}>
          {blueprint.title}
        </h2>
        {blueprint.recommended === undefined ? null : (
          <span className="mark">Recommended {blueprint.recommended}</span>
        )}
      </Head>
      <Columns>
        <Dotted className="picture">{picture ? <DesignPicture of={picture} /> : null}</Dotted>
        <div>
          <AdaptationForm
            adaptation={adaptation}
            options={blueprint.options}
            fault={'fault' in adapted ? adapted : undefined}
            onChange={change}
            onSubmit={() => {
              if ('design' in adapted) openBlueprint(context, adapted.design);
            }}
          />
          <BlueprintWords of={blueprint} />
        </div>
      </Columns>
      <BlueprintTakes blueprint={blueprint} {...drawn} onOpen={onOpen} />
    </Section>
  );
}
