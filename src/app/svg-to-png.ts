/** The page's fonts as data inside a drawing: an image may load nothing of its own. */
export const fontFaces = async (): Promise<string> => {
  const [inter, mono] = await Promise.all([
    import('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'),
    import('@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2?inline'),
  ]);
  const face = (family: string, url: string) =>
    `@font-face{font-family:"${family}";font-weight:100 900;src:url("${url}") format("woff2")}`;
  return (
    face('Inter Variable', inter.default) +
    face('Inter', inter.default) +
    face('Geist Mono Variable', mono.default) +
    face('Geist Mono', mono.default)
  );
};

const loaded = async (url: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
};

/** Draws a self-contained SVG with the page's own fonts, so many pixels a unit. */
export async function svgToPng(svg: string, scale: number): Promise<Blob> {
  const style = `<style>${await fontFaces()}</style>`;
  const withFonts = svg.replace(/<svg\b[^>]*>/, (start) => start + style);
  const url = URL.createObjectURL(new Blob([withFonts], { type: 'image/svg+xml' }));
  try {
    const image = await loaded(url);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser cannot draw a picture.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(
        (blob) =>
          blob
            ? resolve(blob)
            : reject(new Error('The picture is too large for this browser: take the SVG.')),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
