import { useDeferredValue, useState } from 'react';
import { Choice, Select } from '#material';
import type { Resource } from '#model';
import { deriveNetwork, type Network } from '#network';
import { paint, Segments, styled, useAppState } from '#ui';
import { QuietLink } from '../quiet-link.ts';
import { useGoTo } from '../use-go-to.ts';
import { FirewallTable } from './FirewallTable.tsx';
import { type Effect, effectsOf } from './places.ts';
import { RouteTable } from './RouteTable.tsx';
import { RuleTable } from './RuleTable.tsx';
import { None } from './table.ts';

const Part = styled('section')({ padding: '12px 0', borderTop: `1px solid ${paint('line')}` });
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  padding: '0 14px 8px',
  '& h2': { margin: 0, minWidth: 0, fontSize: 11.5, lineHeight: '18px', fontWeight: 600 },
  '& h2 > span': {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: 400,
    color: paint('t2'),
  },
});
const Meaning = styled('p')({
  margin: '-4px 14px 6px',
  fontSize: 11.5,
  lineHeight: '16px',
  color: paint('t2'),
});
const Where = styled('div')({ padding: '0 14px 8px' });

const titles: Readonly<Record<Effect, string>> = {
  Out: 'Effective rules',
  In: 'Effective rules',
  Routes: 'Effective routes',
  Firewall: 'What the firewall does',
};

/** What sets it apart from the list that people write. */
const meanings: Readonly<Record<Effect, string>> = {
  Out: 'What decides on packets that leave: the first rule that matches.',
  In: 'What decides on packets that arrive: the first rule that matches.',
  Routes: 'What decides where packets go: the longest prefix that matches.',
  Firewall: 'Every rule, of policies above it too, in the order in which packets meet it.',
};

function Shown({ effect, place, network }: { effect: Effect; place: Resource; network: Network }) {
  switch (effect) {
    case 'Out':
      return <RuleTable isOut rules={network.securityRulesOf(place.id, 'Outbound')} />;
    case 'In':
      return <RuleTable isOut={false} rules={network.securityRulesOf(place.id, 'Inbound')} />;
    case 'Routes':
      return (
        <RouteTable
          routes={network.routesOf(
            place.kind === 'subnet' ? place.id : (network.subnetOf(place.id) ?? place.id),
          )}
        />
      );
    case 'Firewall':
      return <FirewallTable {...network.firewallRulesOf(place.id)} />;
  }
}

/** What really applies: security rules with Azure's own, the routes that win, what the firewall lets through. */
export function EffectiveSection({ resource }: { resource: Resource }) {
  const design = useDeferredValue(useAppState((state) => state.design));
  const effects = effectsOf(design, resource);
  const [wanted, setWanted] = useState<Effect>();
  const [at, setAt] = useState(0);
  const goTo = useGoTo();
  if (!effects) return null;
  const { places, shown, nowhere } = effects;
  const effect = wanted ?? shown[0] ?? 'Out';
  const place = places[at] ?? places[0];
  return (
    <Part aria-label={titles[effect]}>
      <Head>
        <h2>
          {titles[effect]}
          {place && place.id !== resource.id && places.length === 1 ? (
            <span>
              in{' '}
              <QuietLink type="button" onClick={() => goTo(place.id)}>
                {place.name}
              </QuietLink>
            </span>
          ) : null}
        </h2>
        {shown.length > 1 && place ? (
          <Segments
            label="Effective rules and routes"
            value={effect}
            options={shown.map((value) => ({ value, title: value }))}
            onChange={setWanted}
          />
        ) : null}
      </Head>
      {places.length > 1 ? (
        <Where>
          <Select
            fullWidth
            value={String(places[at] ? at : 0)}
            inputProps={{ 'aria-label': 'Where it takes effect' }}
            onChange={(event) => setAt(Number(event.target.value))}
          >
            {places.map((one, index) => (
              <Choice key={one.id} value={String(index)}>
                In {one.name}
              </Choice>
            ))}
          </Select>
        </Where>
      ) : null}
      {place ? <Meaning>{meanings[effect]}</Meaning> : null}
      {place ? (
        <Shown effect={effect} place={place} network={deriveNetwork(design)} />
      ) : (
        <None>{nowhere}</None>
      )}
    </Part>
  );
}
