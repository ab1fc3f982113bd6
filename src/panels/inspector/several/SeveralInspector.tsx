import { useMemo, useState } from 'react';
import { alignments, duplicate, inSentence, removeSelection } from '#commands';
import { placeName } from '#drawing';
import { kinds, type Note, noteName, type Resource, toneOfNote } from '#model';
import {
  Button,
  CommandButton,
  CommandTooltip,
  Icon,
  IconButton,
  NoteTile,
  ResourceTile,
  styled,
  useAppStore,
  useCommand,
} from '#ui';
import { titleOfSeveral } from '../../title-of-several.ts';
import { FieldControl } from '../controls/FieldControl.tsx';
import { PropertyRow } from '../controls/FieldList.tsx';
import type { Field } from '../fields/field.ts';
import { InspectedContext } from '../inspected.ts';
import { Body, keepSelected, Panel, PanelHead } from '../panel.ts';
import { ResourceRow } from '../resource-row.ts';
import { Section } from '../Section.tsx';
import { setting } from '../setting.ts';
import { commonFieldsOf, commonValueAt } from './common-fields.ts';
import { MoveSeveral } from './MoveSeveral.tsx';

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: '0 8px' });
const Item = styled('li')({ display: 'flex', alignItems: 'center', gap: 2 });
const Tools = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 2, padding: '0 10px' });
const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6, padding: '0 14px' });

/** Shown until the rest is asked for. */
const fewThings = 8;

/** As many as fit in two lines: of a whole design there are a dozen and more. */
const kindsNamed = 3;

/** How many of each kind, the most first. The list below names every one. */
const kindsIn = (resources: readonly Resource[]): string => {
  const counts = new Map<string, number>();
  for (const { kind } of resources) counts.set(kinds[kind].title, (counts.get(kinds[kind].title) ?? 0) + 1);
  const words = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([title, count]) => (count === 1 ? title : `${count}\u00a0× ${title}`));
  const others = words.length - kindsNamed;
  return others < 2 ? words.join(', ') : `${words.slice(0, kindsNamed).join(', ')} and ${others} other kinds`;
};

/** Properties that all have, set for all in one step. */
function CommonProperties({ resources }: { resources: readonly Resource[] }) {
  const store = useAppStore();
  const fields = commonFieldsOf(resources);
  const [first] = resources;
  const inspected = useMemo(() => first && { resource: first.id, path: 'all' }, [first]);
  if (fields.length === 0) return null;
  const commit = (field: Field, value: unknown): string | undefined => {
    const change = setting(resources, field.path, value);
    if (typeof change === 'string') return change;
    store.getState().edit(`change ${inSentence(field.label)} of ${resources.length} resources`, change);
    return undefined;
  };
  return (
    <Section title="Properties of all">
      <InspectedContext value={inspected}>
        {fields.map((field) => {
          const { value, isMixed } = commonValueAt(resources, field.path);
          return (
            <PropertyRow key={field.path} field={field}>
              <FieldControl
                field={field}
                value={value}
                isMixed={isMixed}
                onCommit={(next) => commit(field, next)}
              />
            </PropertyRow>
          );
        })}
      </InspectedContext>
    </Section>
  );
}

/** One of the things that are selected: chosen alone by its name, taken out by its cross. */
function Chosen({ thing }: { thing: Resource | Note }) {
  const { select, toggleSelected } = useAppStore().getState();
  const isResource = 'kind' in thing;
  const name = isResource ? placeName(thing) : noteName(thing);
  return (
    <Item>
      <ResourceRow style={{ flex: 1 }} aria-label={`Select ${name} alone`} onClick={() => select(thing.id)}>
        {isResource ? (
          <ResourceTile kind={thing.kind} size={18} />
        ) : (
          <NoteTile tone={toneOfNote(thing)} size={18} />
        )}
        <span>{name}</span>
        <span className="fact">{isResource ? kinds[thing.kind].title : 'Note'}</span>
      </ResourceRow>
      <IconButton
        size="small"
        aria-label={`Take ${name} out of the selection`}
        onClick={() => toggleSelected(thing.id)}
      >
        <Icon icon="close" size={12} />
      </IconButton>
    </Item>
  );
}

/** The first of what is selected, and the rest when it is asked for. */
function ChosenList({ things }: { things: readonly (Resource | Note)[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? things : things.slice(0, fewThings);
  const hidden = things.length - shown.length;
  return (
    <>
      <List aria-label="What is selected">
        {shown.map((thing) => (
          <Chosen key={thing.id} thing={thing} />
        ))}
      </List>
      {hidden > 0 ? (
        <Actions style={{ paddingTop: 6 }}>
          <Button size="small" onClick={() => setWhole(true)}>
            Show {hidden} more
          </Button>
        </Actions>
      ) : null}
    </>
  );
}

/** Everything that is selected, what it has in common, and what can be done with all of it. */
export function SeveralInspector({
  resources,
  notes,
}: {
  resources: readonly Resource[];
  notes: readonly Note[];
}) {
  const store = useAppStore();
  const copy = useCommand(duplicate);
  const remove = useCommand(removeSelection);
  return (
    <Panel
      data-region="right"
      data-focus="inspector"
      tabIndex={-1}
      aria-label="Inspector"
      onKeyDown={keepSelected}
    >
      <PanelHead>
        <div className="words">
          <h2>{titleOfSeveral(resources, notes)}</h2>
          <p>{kindsIn(resources)}</p>
        </div>
        <IconButton aria-label="Close the inspector" onClick={() => store.getState().select(undefined)}>
          <Icon icon="close" size={16} />
        </IconButton>
      </PanelHead>
      <Body>
        <Section title="Selected">
          <ChosenList things={[...resources, ...notes]} />
        </Section>
        <Section title="Align and distribute">
          <Tools role="group" aria-label="Align and distribute">
            {alignments.map((command) => (
              <CommandButton key={command.id} command={command} icon={command.id} />
            ))}
          </Tools>
        </Section>
        <MoveSeveral resources={resources} />
        <CommonProperties resources={resources} />
        <Section title="All of them">
          <Actions>
            <CommandTooltip command={duplicate}>
              <Button size="small" disabled={!copy.isEnabled} onClick={copy.run}>
                Duplicate
              </Button>
            </CommandTooltip>
            <CommandTooltip command={removeSelection}>
              <Button size="small" disabled={!remove.isEnabled} onClick={remove.run}>
                Remove
              </Button>
            </CommandTooltip>
          </Actions>
        </Section>
      </Body>
    </Panel>
  );
}
