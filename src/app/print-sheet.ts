const mark = 'iso-sheet';

/** Prints a drawing in place of the page, whose style sheet shows nothing else on paper. */
export async function printSheet(svg: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const sheet = new Image();
  sheet.className = mark;
  sheet.alt = 'The design and its findings';
  sheet.src = url;
  await sheet.decode();
  // Of a print whose end no browser told.
  for (const before of document.querySelectorAll(`.${mark}`)) before.remove();
  document.body.append(sheet);
  window.addEventListener(
    'afterprint',
    () => {
      sheet.remove();
      URL.revokeObjectURL(url);
    },
    { once: true },
  );
  window.print();
}
