import { useEffect, useState } from 'react';
import { type Omission, type PictureOptions, previewPicture } from '#commands';
import { useAppState, useCommandContext } from '#ui';

export interface Preview {
  /** Address of the drawing in this tab; `undefined` until there is one. */
  readonly url: string | undefined;
  /** Size of the drawing, units. */
  readonly width: number;
  readonly height: number;
  readonly omissions: readonly Omission[];
  /** Whether what is shown is of other options, while the new one is made. */
  readonly isStale: boolean;
  readonly fault: string | undefined;
}

const nothing: Preview = {
  url: undefined,
  width: 0,
  height: 0,
  omissions: [],
  isStale: true,
  fault: undefined,
};

const sideOf = (svg: string, side: string): number =>
  Number(new RegExp(`^<svg[^>]* ${side}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);

/** The drawing as it would be saved, made anew whenever the options or the design change. */
export function usePreview(picture: PictureOptions): Preview {
  const context = useCommandContext();
  const design = useAppState((state) => state.design);
  const [preview, setPreview] = useState(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the command reads the design from the store.
  useEffect(() => {
    const making = new AbortController();
    setPreview((before) => ({ ...before, isStale: true }));
    previewPicture(context, picture, making.signal)
      .then(({ svg, omissions }) => {
        if (making.signal.aborted) return;
        const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
        setPreview({
          url,
          width: sideOf(svg, 'width'),
          height: sideOf(svg, 'height'),
          omissions,
          isStale: false,
          fault: undefined,
        });
      })
      .catch((error: unknown) => {
        if (making.signal.aborted) return;
        const fault = error instanceof Error ? error.message : 'The picture could not be drawn.';
        setPreview((before) => ({ ...before, isStale: false, fault }));
      });
    return () => making.abort();
  }, [context, design, picture]);
  const { url } = preview;
  useEffect(() => (url === undefined ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return preview;
}
