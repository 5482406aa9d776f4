import type { Part } from '../services/summary-document.ts';

// How follow-up actions are titled in the languages phone systems transcribe. Decoration only: an unknown title is
// shown all the same, with the bullets or numbers the summary has.
const knownTitles = new Set(
  [
    [
      'follow-up actions',
      'follow-ups',
      'follow-up',
      'follow-up items',
      'action items',
      'next steps',
      'to-dos',
      'to-do list',
    ],
    [
      'Folgemaßnahmen',
      'Folgeaktionen',
      'Nächste Schritte',
      'Weitere Schritte',
      'Aufgaben',
      'Vervolgacties',
      'Volgende stappen',
    ],
    ['Actions de suivi', 'Prochaines étapes', 'Acciones de seguimiento', 'Próximos pasos', 'Ações de acompanhamento'],
    [
      'Próximos passos',
      'Azioni di follow-up',
      'Prossimi passi',
      'Dalsze działania',
      'Następne kroki',
      'Takip eylemleri',
    ],
    ['Последующие действия', 'Дальнейшие действия', 'Следующие шаги', 'إجراءات المتابعة', 'الخطوات التالية'],
    ['后续行动', '后续操作', '后续步骤', '跟进事项', '下一步', '待办事项', '後續行動', '後續步驟', '待辦事項'],
    ['フォローアップアクション', 'フォローアップ', '今後の対応', '次のステップ', '후속 조치', '다음 단계'],
  ]
    .flat()
    .map(comparable),
);

/** Whether a title is one under which follow-up actions stand, whatever its case, hyphens and spaces. */
export function isFollowUpTitle(title: string | null): boolean {
  return title !== null && knownTitles.has(comparable(title));
}

/**
 * The actions numbered one after the other, so that people can speak of "number two"; numbers the summary gives stay.
 */
export function numberActions(parts: readonly Part[]): Part[] {
  let number = 0;
  return parts.map((part) => {
    if (part.kind !== 'item' || part.depth > 0) return part;
    number = part.number ?? number + 1;
    return { ...part, number };
  });
}

function comparable(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Pd}\p{White_Space}]/gu, '');
}
