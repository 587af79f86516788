import { useEffect, useState } from 'react';
import { textInJira } from '../shared/textInJira';

/** The project as people call it; its key until Jira has told the name. */
export function useProjectName(key: string): string {
  const [name, setName] = useState<string>();
  useEffect(() => void textInJira(`/rest/api/3/project/${encodeURIComponent(key)}`, 'name').then(setName), [key]);
  return name ?? key;
}
