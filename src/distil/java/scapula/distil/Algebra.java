package scapula.distil;

import java.util.Arrays;
import java.util.Random;

/** The arithmetic of {@link Distil}; a vector is an array, and many are an array of rows. */
final class Algebra {

    private static final int STEPS = 30;

    private Algebra() {}

    /** The directions in which rows differ most: turned by their covariance, and kept at right angles, until steady. */
    static float[][] axes(float[][] rows, int dims) {
        int width = rows[0].length;
        float[][] covariance = new float[width][width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                add(covariance[i], row[i], row);
            }
        }
        Random random = new Random(1);
        float[][] axes = new float[dims][width];
        for (float[] axis : axes) {
            for (int i = 0; i < width; i++) {
                axis[i] = (float) random.nextGaussian();
            }
        }
        for (int step = 0; step < STEPS; step++) {
            for (int axis = 0; axis < dims; axis++) {
                float[] turned = new float[width];
                for (int i = 0; i < width; i++) {
                    add(turned, axes[axis][i], covariance[i]);
                }
                for (int before = 0; before < axis; before++) {
                    add(turned, -dot(turned, axes[before]), axes[before]);
                }
                axes[axis] = scaled(turned, 1 / length(turned));
            }
        }
        return axes;
    }

    /** Each row along the axes, at length 1. */
    static float[][] along(float[][] axes, float[][] rows) {
        float[][] along = new float[rows.length][axes.length];
        for (int row = 0; row < rows.length; row++) {
            for (int axis = 0; axis < axes.length; axis++) {
                along[row][axis] = (float) dot(rows[row], axes[axis]);
            }
            along[row] = scaled(along[row], 1 / length(along[row]));
        }
        return along;
    }

    /**
     * Ridge regression: rows such that the sum of each group comes near to its target, the shorter the greater the
     * stiffness. Solved by conjugate gradients on the normal equations, each row taken by its own weight in them.
     */
    static float[][] ridge(int[][] groups, float[][] targets, int count, double stiffness) {
        float[][] rows = new float[count][targets[0].length];
        float[][] left = new float[count][targets[0].length];
        float[][] ways = new float[count][targets[0].length];
        double[] weights = new double[count];
        Arrays.fill(weights, stiffness);
        spread(groups, targets, left);
        Arrays.stream(groups).flatMapToInt(Arrays::stream).forEach(row -> weights[row]++);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            float[][] effects = new float[count][];
            double now = 0;
            for (int row = 0; row < count; row++) {
                now += dot(left[row], left[row]) / weights[row];
            }
            for (int row = 0; row < count; row++) {
                ways[row] = scaled(ways[row], now / before);
                add(ways[row], 1 / weights[row], left[row]);
                effects[row] = scaled(ways[row], stiffness);
            }
            spread(groups, sums(ways, groups), effects);
            double slope = 0;
            for (int row = 0; row < count; row++) {
                slope += dot(ways[row], effects[row]);
            }
            for (int row = 0; row < count; row++) {
                add(rows[row], now / slope, ways[row]);
                add(left[row], -now / slope, effects[row]);
            }
            before = now;
        }
        return rows;
    }

    /** Adds each group's vector to all its rows. */
    private static void spread(int[][] groups, float[][] vectors, float[][] rows) {
        for (int group = 0; group < groups.length; group++) {
            for (int row : groups[group]) {
                add(rows[row], 1, vectors[group]);
            }
        }
    }

    private static float[][] sums(float[][] rows, int[][] groups) {
        return Arrays.stream(groups).map(group -> sum(rows, group)).toArray(float[][]::new);
    }

    static float[] sum(float[][] rows, int[] group) {
        float[] sum = new float[rows[0].length];
        for (int row : group) {
            add(sum, 1, rows[row]);
        }
        return sum;
    }

    static void add(float[] to, double times, float[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += (float) (times * what[i]);
        }
    }

    static float[] scaled(float[] vector, double times) {
        float[] scaled = new float[vector.length];
        add(scaled, times, vector);
        return scaled;
    }

    static double dot(float[] one, float[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }

    static double length(float[] vector) {
        return Math.sqrt(dot(vector, vector));
    }
}
