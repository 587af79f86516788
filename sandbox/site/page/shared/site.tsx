import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Person } from '../api/people';
import type { Project, SiteState } from '../api/sandbox';
import { watchWorld } from '../live';
import { sandbox } from '../api/sandbox';

export type Site = {
  readonly state: SiteState;
  readonly project: Project;
  readonly person: Person;
  /** Grows whenever something happened in the world. */
  readonly version: number;
  readonly switchTo: (person: Person) => void;
  /** Reads the world again, after something this page did itself. */
  readonly touch: () => void;
};

const SiteContext = createContext<Site | undefined>(undefined);

export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error('no site around this component');
  return site;
}

/** Loads the site, follows what happens in it and knows who is looking at it. */
export function SiteProvider(parts: { readonly loading: ReactNode; readonly children: ReactNode }) {
  const [state, setState] = useState<SiteState>();
  const [version, setVersion] = useState(0);
  const [email, setEmail] = useState(() => sessionStorage.getItem('person') ?? 'ben@example.com');
  const touch = () => setVersion((one) => one + 1);

  useEffect(() => watchWorld(touch), []);
  useEffect(() => {
    sandbox.state().then(setState, (error: unknown) => console.error('the sandbox does not answer', error));
  }, [version]);

  const person = state?.people.find((one) => one.email === email) ?? state?.people[0];
  const project = state?.projects[0];
  if (!state || !person || !project) return parts.loading;
  const switchTo = (next: Person) => {
    sessionStorage.setItem('person', next.email);
    setEmail(next.email);
    touch();
  };
  return (
    <SiteContext.Provider value={{ state, project, person, version, switchTo, touch }}>
      {parts.children}
    </SiteContext.Provider>
  );
}
