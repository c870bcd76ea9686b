package org.lenticular.catalogue.facts;

/**
 * Whether a column has one of some bits.
 *
 * @param wanted at least one
 */
record StatesTest(FactColumn column, int wanted) implements FactTest {
    @Override
    public boolean holds(long image) {
        return (column.word(image) & wanted) != 0;
    }

    @Override
    public boolean mayHold(long block) {
        return column.least(block) <= column.most(block);
    }
}
