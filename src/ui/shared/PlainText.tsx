import { Stack, Text } from '@forge/react';

/** Text as it was typed: a blank line parts paragraphs, a line break stays one. UI Kit's Text folds white space. */
export const PlainText = ({ text }: { readonly text: string }) => (
  <Stack space="space.100">
    {paragraphsOf(text).map((lines, index) => (
      <Stack key={index} space="space.0">
        {lines.map((line, row) => (
          <Text key={row}>{line}</Text>
        ))}
      </Stack>
    ))}
  </Stack>
);

/** Paragraphs of lines; blank lines part them and are not kept. */
export function paragraphsOf(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll('\r\n', '\n').split(/[\n\r]/);
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() !== '') paragraphs.at(-1)?.push(line);
    else if (paragraphs.at(-1)?.length) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
