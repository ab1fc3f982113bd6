import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { type Adaptation, adapt, adaptationOf, type Blueprint, blueprints } from '#blueprints';
import { openBlueprint } from '#commands';
import { Button, Icon, paint, styled, useCommandContext } from '#ui';
import { AdaptationForm } from './AdaptationForm.tsx';
import { BlueprintWords } from './BlueprintWords.tsx';
import { Dotted } from './dotted.ts';
import { Thumbnail } from './Thumbnail.tsx';

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  margin: '26px 0 12px',
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
  gridTemplateColumns: 'minmax(0, 1fr) 280px',
  borderRadius: 12,
  overflow: 'hidden',
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line')}`,
  // With room for a fault below the fields, so that nothing moves while one is written.
  '& > .picture': { position: 'relative', minHeight: 444, borderRight: `1px solid ${paint('line')}` },
  '& > .picture > svg': { position: 'absolute', inset: 0, padding: 16 },
  '@media (max-width: 1199px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& > .picture': { minHeight: 300, borderRight: 0, borderBottom: `1px solid ${paint('line')}` },
  },
});

interface Choice {
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** One architecture: its picture as adapted so far, what can be adapted, and what there is to say of it. */
export function BlueprintDetails({ id, ...choice }: Choice & { id: string }) {
  const blueprint = blueprints.find((one) => one.id === id);
  return blueprint ? <Details blueprint={blueprint} {...choice} /> : null;
}

function Details({ blueprint, onOpen, onClose }: Choice & { blueprint: Blueprint }) {
  const context = useCommandContext();
  const [adaptation, setAdaptation] = useState<Adaptation>(() => adaptationOf(blueprint, {}));
  const [last, setLast] = useState(() => ({ adaptation, design: blueprint.build() }));
  const drawn = useDeferredValue(last);
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
    <Section ref={section} aria-label={blueprint.title} onKeyDown={leave}>
      <Head>
        <Button onClick={onClose}>
          <Icon icon="chevron-left" size={14} />
          All architectures
        </Button>
        <h2 ref={heading} tabIndex={-1}>
          {blueprint.title}
        </h2>
        {blueprint.isRecommended ? <span className="mark">Recommended</span> : null}
      </Head>
      <Columns>
        <Dotted className="picture">
          <Thumbnail design={drawn.design} />
        </Dotted>
        <AdaptationForm
          adaptation={adaptation}
          options={blueprint.options}
          fault={'fault' in adapted ? adapted : undefined}
          onChange={change}
          onSubmit={() => {
            if ('design' in adapted) openBlueprint(context, adapted.design);
          }}
        />
      </Columns>
      <BlueprintWords blueprint={blueprint} {...drawn} onOpen={onOpen} />
    </Section>
  );
}
