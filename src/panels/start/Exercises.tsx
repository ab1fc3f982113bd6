import type { ExerciseInGallery } from '#blueprints';
import { Icon, Pressable, paint, styled, useCommandContext } from '#ui';
import { openExercise } from '../load-collection.ts';
import { Heading } from './heading.ts';

const List = styled('ul')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))',
  gap: 14,
  margin: 0,
  padding: 0,
  listStyle: 'none',
});
const Card = styled(Pressable)({
  width: '100%',
  height: '100%',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gridTemplateRows: 'auto 1fr auto',
  alignItems: 'start',
  justifyContent: 'stretch',
  gap: 4,
  padding: '12px 14px 14px',
  textAlign: 'left',
  borderRadius: 12,
  fontFamily: 'inherit',
  color: paint('t1'),
  backgroundColor: paint('panel'),
  boxShadow: `0 0 0 1px ${paint('line')}`,
  transition: 'box-shadow 120ms',
  '&:hover': { boxShadow: `0 0 0 1px ${paint('line3')}, var(--iso-shadow-2)` },
  '& strong': { fontSize: 13, lineHeight: '18px', fontWeight: 600 },
  '& svg': { color: paint('t3') },
  '& .text': { gridColumn: '1 / -1', fontSize: 12, lineHeight: '17px', color: paint('t2') },
  '& .facts': { gridColumn: '1 / -1', marginTop: 6, fontSize: 11.5, color: paint('t3') },
});

/** Architectures that are broken on purpose, each with what a team would have seen. */
export function Exercises({ exercises }: { exercises: readonly ExerciseInGallery[] }) {
  const context = useCommandContext();
  return (
    <section aria-label="Exercises">
      <Heading>
        Exercises<span>Each is broken in one place: find it before you read the findings</span>
      </Heading>
      <List>
        {exercises.map(({ id, title, story, category, architecture }) => (
          <li key={id}>
            <Card onClick={() => openExercise(context, (all) => all.find((one) => one.id === id))}>
              <strong>{title}</strong>
              <Icon icon="chevron-right" size={16} />
              <span className="text">{story}</span>
              <span className="facts">
                {category} · {architecture}
              </span>
            </Card>
          </li>
        ))}
      </List>
    </section>
  );
}
