package dev.hopscope.interchange.code;

/**
 * One program for which a request is written. Implementations are stateless and may be called from any thread; they run
 * nothing and write nothing.
 */
public interface CodeTarget {
    TargetCard card();

    /** The text for a request that the card's traits allow; refused where the form of it does not. */
    Code write(Call call);
}
