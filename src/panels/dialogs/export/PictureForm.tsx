import { useId } from 'react';
import { countOf, pictureScales } from '#commands';
import { Switch } from '#material';
import { counted, findResource } from '#model';
import { paint, Segments, styled, useAppState } from '#ui';
import type { PictureChoice } from './picture-choice.ts';

const Rows = styled('div')({ display: 'grid', gap: 10 });
const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '88px minmax(0, 1fr)',
  alignItems: 'center',
  gap: 10,
  minHeight: 28,
  fontSize: 12,
  '& > .label': { color: paint('t2') },
  '& > label': {
    gridColumn: '1 / 3',
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
  },
  '& small': { display: 'block', fontSize: 11, lineHeight: '16px', color: paint('t2') },
});

interface Props {
  readonly choice: PictureChoice;
  readonly onChange: (choice: PictureChoice) => void;
}

/** What a picture shows, and how it looks. */
export function PictureForm({ choice, onChange }: Props) {
  const design = useAppState((state) => state.design);
  const selected = useAppState((state) => findResource(state.design, state.selection));
  const set = (change: Partial<PictureChoice>) => onChange({ ...choice, ...change });
  const [findings, inside] = [useId(), useId()];
  return (
    <Rows>
      <Row>
        <span className="label">Format</span>
        <Segments
          label="Format"
          isWide
          value={choice.format}
          options={[
            { value: 'png', title: 'PNG' },
            { value: 'svg', title: 'SVG' },
          ]}
          onChange={(format) => set({ format })}
        />
      </Row>
      {choice.format === 'png' ? (
        <Row>
          <span className="label">Size</span>
          <Segments
            label="Size"
            isWide
            value={`${choice.scale}`}
            options={pictureScales.map((scale) => ({ value: `${scale}`, title: `${scale}×` }))}
            onChange={(scale) => set({ scale: Number(scale) })}
          />
        </Row>
      ) : null}
      <Row>
        <span className="label">Shows</span>
        <Segments
          label="Shows"
          isWide
          value={choice.isPart && selected ? 'part' : 'all'}
          options={[
            { value: 'all', title: 'Everything' },
            { value: 'part', title: 'Selection' },
          ]}
          disabled={selected ? [] : ['part']}
          onChange={(shows) => set({ isPart: shows === 'part' })}
        />
      </Row>
      <Row>
        <span className="label">Colours</span>
        <Segments
          label="Colours"
          isWide
          value={choice.scheme}
          options={[
            { value: 'light', title: 'Light' },
            { value: 'dark', title: 'Dark' },
          ]}
          onChange={(scheme) => set({ scheme })}
        />
      </Row>
      <Row>
        <span className="label">Background</span>
        <Segments
          label="Background"
          isWide
          value={choice.background}
          options={[
            { value: 'white', title: choice.scheme === 'dark' ? 'Black' : 'White' },
            { value: 'transparent', title: 'Transparent' },
          ]}
          onChange={(background) => set({ background })}
        />
      </Row>
      <Row>
        <label htmlFor={findings}>
          <span>
            Findings
            <small>Marked, listed by number and counted</small>
          </span>
          <Switch
            id={findings}
            checked={choice.showsFindings}
            onChange={(_, showsFindings) => set({ showsFindings })}
          />
        </label>
      </Row>
      <Row>
        <label htmlFor={inside}>
          <span>
            Design inside
            <small>{`All ${counted(countOf(design), 'resource')}: the picture opens again here`}</small>
          </span>
          <Switch
            id={inside}
            checked={choice.holdsDesign}
            onChange={(_, holdsDesign) => set({ holdsDesign })}
          />
        </label>
      </Row>
    </Rows>
  );
}
