import type { PreviewMark } from './preview-marks.ts';

/** More would cover the neighbours; the list of changes has them all. */
const mostWords = 3;

/** What a previewed fix would do to an item, laid over it. The words beside the finding say the same. */
export function PreviewLayer({ mark: { tone, words } }: { mark: PreviewMark }) {
  const rest = words.length - mostWords;
  return (
    <div className="canvas-preview" data-tone={tone} aria-hidden="true">
      {words.length > 0 ? (
        <div className="canvas-preview-words">
          {words.slice(0, mostWords).map((word) => (
            <span key={word}>{word}</span>
          ))}
          {rest > 0 ? <span>and {rest} more</span> : null}
        </div>
      ) : null}
    </div>
  );
}
