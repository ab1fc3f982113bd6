import { previewOf } from '#store';
import { useAppState } from '#ui';

/** Says of a drawing that shows a fix that it is not the design yet, and how to read it. */
export const PreviewNote = () =>
  useAppState(previewOf) ? (
    <p className="canvas-card canvas-preview-note" data-floats="">
      <strong>Preview: nothing is applied yet</strong>
      <span>
        Blue comes or changes, <s>struck through</s> goes
      </span>
    </p>
  ) : null;
