/** How many contend how often: the full figures with FULL=1, a share of them otherwise. */
export const raceFigures: readonly { readonly contenders: number; readonly rounds: number }[] =
  process.env.FULL === '1'
    ? [2, 8, 32, 128].map((contenders) => ({ contenders, rounds: 60 }))
    : [
        { contenders: 2, rounds: 2 },
        { contenders: 8, rounds: 2 },
        { contenders: 32, rounds: 1 },
      ];
