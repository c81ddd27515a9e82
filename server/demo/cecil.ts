/**
 * The CECIL consortium's cluster-excellence training (2017), with its weeks laid on March and April 2026 so that they
 * cross the European clock change of 29 March. Addresses are examples. The form of `POST /programmes`.
 */
export const cecil = {
  programme: {
    name: 'CECIL Cluster Excellence',
    timeZone: 'Europe/Copenhagen',
    startsOn: '2026-03-16',
    endsOn: '2026-04-17',
    policy: {
      sessionMinutes: 60,
      slotStepMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 15,
      minimumNoticeMinutes: 1440,
      holdMinutes: 5,
      maximumPerFacilitatorPerDay: 4,
      maximumPerClusterPerDay: 1
    }
  },
  phases: [
    {
      key: 'week-1',
      name: 'Week 1: classroom, Copenhagen',
      mode: 'classroom',
      startsOn: '2026-03-16',
      endsOn: '2026-03-20'
    },
    {
      key: 'week-2',
      name: 'Week 2: one-on-one',
      mode: 'virtual',
      startsOn: '2026-03-23',
      endsOn: '2026-03-27'
    },
    {
      key: 'week-3',
      name: 'Week 3: one-on-one',
      mode: 'virtual',
      startsOn: '2026-03-30',
      endsOn: '2026-04-03'
    },
    {
      key: 'week-4',
      name: 'Week 4: one-on-one',
      mode: 'virtual',
      startsOn: '2026-04-06',
      endsOn: '2026-04-10'
    },
    {
      key: 'week-5',
      name: 'Week 5: classroom, Copenhagen',
      mode: 'classroom',
      startsOn: '2026-04-13',
      endsOn: '2026-04-17'
    }
  ],
  topics: [
    {
      key: 'mapping',
      name: 'Cluster mapping and analysis',
      phase: 'week-2'
    },
    {
      key: 'economics',
      name: 'Cluster economics',
      phase: 'week-2'
    },
    {
      key: 'business-models',
      name: 'Financial and cluster business models',
      phase: 'week-3'
    },
    {
      key: 'stakeholders',
      name: 'Stakeholder engagement and membership models',
      phase: 'week-3'
    },
    {
      key: 'communication',
      name: 'Cluster communication',
      phase: 'week-4'
    },
    {
      key: 'internationalisation',
      name: 'Cluster internationalisation',
      phase: 'week-4'
    }
  ],
  facilitators: [
    {
      key: 'quercus-copenhagen',
      name: 'Quercus Group, Copenhagen',
      email: 'copenhagen@quercus.example',
      timeZone: 'Europe/Copenhagen',
      language: 'da',
      topics: ['mapping', 'economics', 'business-models'],
      availability: {
        rules: [
          {
            days: [1, 2, 3, 4, 5],
            from: '09:00',
            to: '12:00'
          },
          {
            days: [1, 2, 3, 4, 5],
            from: '13:00',
            to: '16:30'
          }
        ],
        overrides: [
          {
            date: '2026-04-02',
            spans: []
          },
          {
            date: '2026-04-03',
            spans: []
          },
          {
            date: '2026-04-06',
            spans: []
          }
        ]
      }
    },
    {
      key: 'quercus-nairobi',
      name: 'Quercus Group, Nairobi',
      email: 'nairobi@quercus.example',
      timeZone: 'Africa/Nairobi',
      language: 'en',
      topics: ['stakeholders', 'communication', 'business-models'],
      availability: {
        rules: [
          {
            days: [1, 2, 3, 4],
            from: '10:00',
            to: '18:00'
          }
        ],
        overrides: []
      }
    },
    {
      key: 'quercus-singapore',
      name: 'Quercus Group, Singapore',
      email: 'singapore@quercus.example',
      timeZone: 'Asia/Singapore',
      language: 'en',
      topics: ['internationalisation', 'communication'],
      availability: {
        rules: [
          {
            days: [1, 2, 3, 4, 5],
            from: '14:00',
            to: '19:30'
          }
        ],
        overrides: [
          {
            date: '2026-04-08',
            spans: [
              {
                from: '15:00',
                to: '21:00'
              }
            ]
          }
        ]
      }
    },
    {
      key: 'oxford-research',
      name: 'Oxford Research, Copenhagen',
      email: 'facilitator@oxford-research.example',
      timeZone: 'Europe/Copenhagen',
      language: 'da',
      topics: ['economics', 'stakeholders', 'internationalisation', 'mapping'],
      availability: {
        rules: [
          {
            days: [1, 3, 5],
            from: '08:30',
            to: '15:30'
          },
          {
            days: [2, 4],
            from: '12:00',
            to: '18:00'
          }
        ],
        overrides: []
      }
    }
  ],
  clusters: [
    {
      key: 'madrid',
      name: 'Madrid Audio Cluster',
      timeZone: 'Europe/Madrid',
      workingHours: {
        from: '09:00',
        to: '18:30'
      },
      representatives: [
        {
          name: 'Madrid Audio Cluster, manager',
          email: 'manager@madrid-audio.example',
          language: 'es'
        },
        {
          name: 'Madrid Audio Cluster, projects',
          email: 'proyectos@madrid-audio.example',
          language: 'es'
        }
      ]
    },
    {
      key: 'paris',
      name: 'CAP Digital',
      timeZone: 'Europe/Paris',
      workingHours: {
        from: '09:00',
        to: '18:00'
      },
      representatives: [
        {
          name: 'CAP Digital, direction',
          email: 'direction@cap-digital.example',
          language: 'fr'
        }
      ]
    },
    {
      key: 'warsaw',
      name: 'Mazovia Cluster ICT',
      timeZone: 'Europe/Warsaw',
      workingHours: {
        from: '08:00',
        to: '16:30'
      },
      representatives: [
        {
          name: 'Mazovia Cluster ICT, zarząd',
          email: 'zarzad@mazovia-ict.example',
          language: 'pl'
        }
      ]
    },
    {
      key: 'dublin',
      name: 'Irish Software Innovation Network',
      timeZone: 'Europe/Dublin',
      workingHours: {
        from: '09:00',
        to: '17:30'
      },
      representatives: [
        {
          name: 'Irish Software Innovation Network, lead',
          email: 'lead@isin.example',
          language: 'en'
        }
      ]
    },
    {
      key: 'copenhagen',
      name: 'Danish Sound',
      timeZone: 'Europe/Copenhagen',
      workingHours: {
        from: '08:00',
        to: '16:00'
      },
      representatives: [
        {
          name: 'Danish Sound, sekretariat',
          email: 'sekretariat@danish-sound.example',
          language: 'da'
        },
        {
          name: 'Danish Sound, in Los Angeles',
          email: 'us@danish-sound.example',
          language: 'en',
          timeZone: 'America/Los_Angeles'
        }
      ]
    }
  ]
};
