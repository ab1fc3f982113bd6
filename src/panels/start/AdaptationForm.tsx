import { useId } from 'react';
import type { Adaptation, Blueprint, Fault } from '#blueprints';
import { Choice, Material, Select } from '#material';
import { Button, paint, Segments, styled, TextField } from '#ui';
import { faultIn, Labelled, NumberField } from './fields.tsx';
import { RegionField } from './RegionField.tsx';

const Form = styled('form')({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  padding: 16,
  '& h3': { margin: '0 0 2px', fontSize: 13, lineHeight: '18px', fontWeight: 650 },
  '& .pair': { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 },
  '& .foot': { marginTop: 'auto', display: 'grid', gap: 8 },
  '& .fault': {
    margin: '-6px 0 0',
    textWrap: 'pretty',
    fontSize: 12,
    lineHeight: '17px',
    color: paint('error'),
  },
});
const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  fontSize: 11.5,
  fontWeight: 500,
  color: paint('t2'),
});

const clouds: readonly (readonly [Adaptation['cloud'], string])[] = [
  ['public', 'Azure'],
  ['us-government', 'Azure Government'],
  ['china', 'Azure operated by 21Vianet'],
];

/** What can be adapted before a design is opened. Every change shows at once; Enter opens. */
export function AdaptationForm({
  adaptation,
  options,
  fault,
  onChange,
  onSubmit,
}: {
  adaptation: Adaptation;
  options: Blueprint['options'];
  /** Why there is no design. */
  fault: Fault | undefined;
  onChange: (changes: Partial<Adaptation>) => void;
  onSubmit: () => void;
}) {
  const faultId = useId();
  const faultInSetting = faultIn(fault, faultId);
  /** Below the field that it is of. */
  const faultOf = (...settings: readonly Fault['of'][]) =>
    fault && settings.includes(fault.of) ? (
      <p className="fault" id={faultId} role="alert">
        {fault.fault}
      </p>
    ) : null;
  const { addressSpace, region, cloud, workspaces, maxNodes, onPremises, nameEnding } = adaptation;
  return (
    <Form
      aria-label="Adapt"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h3>Make it yours</h3>
      <Labelled label="Address space">
        <TextField
          value={addressSpace}
          className="mono"
          spellCheck={false}
          {...faultInSetting('addressSpace')}
          onChange={({ target }) => onChange({ addressSpace: target.value.trim() })}
        />
      </Labelled>
      {faultOf('addressSpace')}
      <Labelled label="Ending of names">
        <TextField
          value={nameEnding}
          className="mono"
          spellCheck={false}
          placeholder="None, or one such as prod"
          {...faultInSetting('nameEnding')}
          onChange={({ target }) => onChange({ nameEnding: target.value.trim().toLowerCase() })}
        />
      </Labelled>
      {faultOf('nameEnding')}
      <Labelled label="Cloud">
        <Material>
          <Select
            value={cloud}
            inputProps={{ 'aria-label': 'Cloud' }}
            onChange={({ target }) => onChange({ cloud: target.value })}
          >
            {clouds.map(([id, title]) => (
              <Choice key={id} value={id}>
                {title}
              </Choice>
            ))}
          </Select>
        </Material>
      </Labelled>
      <RegionField
        cloud={cloud}
        value={region}
        onChange={(next) => onChange({ region: next })}
        {...faultInSetting('region')}
      />
      {faultOf('region')}
      <div className="pair">
        {options.includes('workspaces') ? (
          <NumberField
            label="Workspaces"
            value={workspaces}
            {...faultInSetting('workspaces')}
            onChange={(value) => onChange({ workspaces: value })}
          />
        ) : null}
        {options.includes('maxNodes') ? (
          <NumberField
            label="Maximum nodes"
            value={maxNodes}
            {...faultInSetting('maxNodes')}
            onChange={(value) => onChange({ maxNodes: value })}
          />
        ) : null}
      </div>
      {faultOf('workspaces', 'maxNodes')}
      {options.includes('onPremises') ? (
        <Row>
          On-premises site
          <Segments
            label="On-premises site"
            value={onPremises ? 'yes' : 'no'}
            options={[
              { value: 'yes', title: 'Yes' },
              { value: 'no', title: 'No' },
            ]}
            onChange={(value) => onChange({ onPremises: value === 'yes' })}
          />
        </Row>
      ) : null}
      <div className="foot">
        <Button type="submit" variant="contained" size="large" disabled={fault !== undefined}>
          Open this design
        </Button>
      </div>
    </Form>
  );
}
