/**
 * The private key of the sandbox's invented application, as the file that the dashboard hands out. It opens nothing
 * anywhere: it is always the same so that a seed replays, and because making one takes longer than a story.
 */
export const demoKey = (): string =>
  ['-----BEGIN PRIVATE KEY-----', ...LINES, '-----END PRIVATE KEY-----', ''].join('\n');

const LINES = [
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCzouPFLaFsik/erljlAlN0UvVfK1clH+NJFN+HA+5ho6oEWbhR',
  '3TdgV+j3fDfw31/jDTswkO/0XhgZDi3gFOEubzzt4I4zyNzMa1/z1QN623HHyUIY7pJIPWOqBA3RViJe31IMQVWDNGoVRRHKMAC8',
  'Q32SH10aBWo0K5Aez8uuxAqYLnmGEt5mOheutzJN/qZ8/m+0197LdjWT2rEumFHq8HN735LhlBMxi/zcioNEhzittAViQTCpWdSr',
  'rQMthS0fQpk7l0zWb87+RN5xBz6lRCplALSRBIWMsaR+m2JqUK7Ber6WSzU9OemiMdZ9QWytfGZf7BuqdjrjDzPLXlSFAgMBAAEC',
  'ggEAI15NeUuoLk43NpFeSEzCcLNKw3+ti04xenilIBi6jTfjqDKgE2I6XnpAkMXA3+ijIPnAbyoCTLtgBELh7m49/d4CAZYGeZSx',
  'QIBdpo0Iv95IEz2BiZYjcBzCLD3bGJ3ca5CNv4L3mrstrd1pCMWVx3uEVEpfktmBFR+Eo0RnhpOXTgxjpDGCyWS/A61EC2HmxRHq',
  '+++SaABJHpeYZL4aghR9AWd/ROsmSQlpOp+UzYRJLCTO2mN8C13JqKVZYBnezDMdKtzqqK3sgOv9cPKZJ0deNVvozfZTT9z+MAul',
  'CC6J3w361hAyrxJkr9glJLQOo2PEwPW7WwWTwrCas4t4awKBgQDXxqdOIatbVCGT00k2KnpiXZ7Mo1KqMMTT/F9V7oU4ztos2vJv',
  'hi7EVHeUTBYYLiBwE/VScUO+yCvOUNclIC6VXfHXQ/NRYQwYvF9xf9A1Ps/iveHJduGddAwoGDCcoOXE5eeJgWXzCprWSNliuzZs',
  'jemujual2qZzqx2vemgUJwKBgQDVH5ApuVq5zNC3q3O0SWlNFKgPb2PjVwQrXNd7WBIUz5DaYEdsshinX8n0hZs0xlPDe7zp2nmu',
  'fhMSf3qdZVoG7MGHStD6XY9+h/W05tF51WMFC/4makGDfvaHlDNCip+8PqMSPhJol4Yh0Tg2jk6qoC9eVeCaF+PhSE3IcUHhcwKB',
  'gQCTyLVR5/GLDaYpru5XsOQ9ds2KbtnxQpGsdw98tW59J/959UNSat6hDREResMvMHh7CtBc9MJnaoXGOsv/23jMSJmYzCtcM1Gr',
  'p2jfPaEGtsx/CXoZF9kSlCa3V0oEHJcCMkxQe1WuDjdaSG7LFloCI3hHXAxQz95tHmeohfe+xQKBgBJtx0aEW58DYezv63JkgrGC',
  'nsGu7SFEbfzd61gkFnQsOqdXefWhNNaMRudZAkG/AJE/yuch2DHJfxazZUPk9rLwmA993bI4kubrFMkOyIBTflt6XQCvYXjgaqrw',
  'mrofSI67j9hM+8SFjbiw4b598bl5Xn82x9QrSq45VViGyp6XAoGAeH+NRsdGTSWtW9Usswx4Ou6s/oi9AjS3WRKJi4cwqAn48r5z',
  'sHSBg2a0Ogj1XyfdsTa7qJ52SQOkFLKvGvvRHN/Ej5p9NwuypJNY+q59DVgAQJELNqTPJttDyEwXX0rikXBo4A5owNsXG4dLOoGs',
  'LShK4D5E3mOcGV63pUY7KKY=',
];
