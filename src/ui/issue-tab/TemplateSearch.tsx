import { Box, Button, Inline, Select, Stack, Text, Textfield, xcss } from '@forge/react';
import { chosenValue, textOf } from '../shared/events';
import { Labelled } from '../shared/Labelled';
import { languageName } from '../shared/languageName';
import { useSay } from '../shared/useSay';
import { useReader } from '../shared/Viewer';
import type { TemplateFilter } from './templateFilter';

type Props = {
  readonly filter: TemplateFilter;
  readonly languages: readonly string[];
  readonly narrow: (filter: TemplateFilter) => void;
};

const EVERY = '';
/** Room for the longest usual name, so that nothing moves when another language is chosen. */
const languageWidth = xcss({ width: '220px' });

/** Narrows a long list of templates by words of the name or the text, and by language. */
export const TemplateSearch = ({ filter, languages, narrow }: Props) => {
  const say = useSay();
  const { locale } = useReader();
  const named = languages.map((value) => ({ label: languageName(value, locale), value }));
  const options = [
    { label: say('templates.every-language'), value: EVERY },
    ...named.toSorted((one, other) => one.label.localeCompare(other.label, locale)),
  ];
  return (
    <Inline space="space.200">
      <Stack grow="fill">
        <Labelled id="template-search" label={say('templates.search')}>
          <Textfield
            id="template-search"
            name="template-search"
            defaultValue={filter.words}
            onChange={(event) => narrow({ ...filter, words: textOf(event) })}
          />
        </Labelled>
      </Stack>
      {languages.length > 1 && (
        <Box xcss={languageWidth}>
          <Labelled id="template-language" label={say('templates.language')}>
            <Select
              id="template-language"
              inputId="template-language"
              options={options}
              value={options.find(({ value }) => value === filter.language)}
              onChange={(option: unknown) => narrow({ ...filter, language: chosenValue(option) ?? EVERY })}
            />
          </Labelled>
        </Box>
      )}
    </Inline>
  );
};

/** What was looked for is not there: the way back to the whole list. */
export const NothingFound = ({ showAll }: { readonly showAll: () => void }) => {
  const say = useSay();
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Text>{say('templates.nothing-found')}</Text>
      <Button spacing="compact" onClick={showAll}>
        {say('templates.show-all')}
      </Button>
    </Inline>
  );
};
